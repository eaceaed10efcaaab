using Amazon.Runtime;

namespace Amazon.SecretsManager;

/// <summary>Where requests go, and for which region they are signed.</summary>
internal sealed record ServiceEndpoint(Uri Address, string Region)
{
    public const string Service = "secretsmanager";

    /// <summary>
    /// In AWS's order: <c>AWS_ENDPOINT_URL_SECRETS_MANAGER</c>, <c>AWS_ENDPOINT_URL</c>, the region's service
    /// (https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html), or its FIPS endpoint with <c>AWS_USE_FIPS_ENDPOINT</c>
    /// (https://docs.aws.amazon.com/sdkref/latest/guide/feature-endpoints.html).
    /// </summary>
    /// <exception cref="AmazonClientException">Neither a region nor a URL is configured, the URL is malformed, or it excludes FIPS.</exception>
    public static ServiceEndpoint Resolve(Func<string, string?> environment)
    {
        var region = Variable("AWS_REGION") ?? Variable("AWS_DEFAULT_REGION");
        var url = Variable("AWS_ENDPOINT_URL_SECRETS_MANAGER") ?? Variable("AWS_ENDPOINT_URL");
        // As in AWSSDK.Core, a value that is not a boolean is ignored (EnvironmentVariableInternalConfiguration).
        var fips = bool.TryParse(Variable("AWS_USE_FIPS_ENDPOINT"), out var isOn) && isOn;
        if (url is not null && fips)
        {
            throw new AmazonClientException($"AWS_USE_FIPS_ENDPOINT is true, but {Service} has the custom endpoint '{url}'. Set one or the other.");
        }

        url ??= region is not null ? $"https://{Service}{(fips ? "-fips" : "")}.{region}.{Domain(region)}"
            : throw new AmazonClientException("No AWS region: set AWS_REGION.");
        return Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? new ServiceEndpoint(address, region ?? "us-east-1")
            : throw new AmazonClientException($"The endpoint '{url}' of {Service} is not an http or https URL.");

        string? Variable(string name) => environment(name) is { Length: > 0 } value ? value : null;
    }

    /// <summary>The domain of a region's services; an unknown name is taken for a new region.</summary>
    public static string Domain(string region) => region.Split('-') switch
    {
        ["cn", ..] => "amazonaws.com.cn",
        ["eusc", ..] => "amazonaws.eu",
        ["us", "iso", ..] => "c2s.ic.gov",
        ["us", "isob", ..] => "sc2s.sgov.gov",
        ["eu", "isoe", ..] => "cloud.adc-e.uk",
        ["us", "isof", ..] => "csp.hci.ic.gov",
        _ => "amazonaws.com",
    };
}

/// <summary>An access key, its secret key and, for temporary credentials, a session token.</summary>
internal sealed record AwsCredentials(string AccessKey, string SecretKey, string? Token)
{
    public static AwsCredentials Read(Func<string, string?> environment) =>
        environment("AWS_ACCESS_KEY_ID") is { Length: > 0 } accessKey && environment("AWS_SECRET_ACCESS_KEY") is { Length: > 0 } secretKey
            ? new(accessKey, secretKey, environment("AWS_SESSION_TOKEN"))
            : throw new AmazonClientException(
                "No AWS credentials: set AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and, for temporary credentials, AWS_SESSION_TOKEN. "
                + "Those of a profile, single sign-on or role are set by: eval \"$(aws configure export-credentials --format env)\"");
}
