namespace Amazon.Runtime;

/// <summary>Where a service's requests go, and for which region they are signed.</summary>
internal sealed record ServiceEndpoint(Uri Address, string Region)
{
    /// <summary>
    /// In AWS's order: the configuration's URL, <c>AWS_ENDPOINT_URL_{SERVICE}</c>, <c>AWS_ENDPOINT_URL</c>, the region's service
    /// (https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html), or its FIPS endpoint with <c>AWS_USE_FIPS_ENDPOINT</c>
    /// (https://docs.aws.amazon.com/sdkref/latest/guide/feature-endpoints.html).
    /// The service's name is <c>secretsmanager</c> in host names, for example, and <c>SECRETS_MANAGER</c> in variables.
    /// </summary>
    /// <exception cref="AmazonClientException">Neither a region nor a URL is configured, the URL is malformed, or it excludes FIPS.</exception>
    public static ServiceEndpoint Resolve(IClientConfig config, string service, string variable)
    {
        var region = config.RegionEndpoint?.SystemName ?? Variable("AWS_REGION") ?? Variable("AWS_DEFAULT_REGION");
        var url = config.ServiceURL ?? Variable($"AWS_ENDPOINT_URL_{variable}") ?? Variable("AWS_ENDPOINT_URL");
        // As in AWSSDK.Core, a value that is not a boolean is ignored (EnvironmentVariableInternalConfiguration).
        var fips = bool.TryParse(Variable("AWS_USE_FIPS_ENDPOINT"), out var isOn) && isOn;
        if (url is not null && fips)
        {
            throw new AmazonClientException($"AWS_USE_FIPS_ENDPOINT is true, but {service} has the custom endpoint '{url}'. Set one or the other.");
        }

        if (url is null)
        {
            var suffix = region is null
                ? throw new AmazonClientException("No AWS region: set AWS_REGION, or the client configuration's RegionEndpoint or ServiceURL.")
                : RegionEndpoint.GetBySystemName(region).PartitionDnsSuffix;
            url = $"https://{service}{(fips ? "-fips" : "")}.{region}.{suffix}";
        }

        return Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? new ServiceEndpoint(address, config.AuthenticationRegion ?? region ?? "us-east-1")
            : throw new AmazonClientException($"The endpoint '{url}' of {service} is not an http or https URL.");
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
