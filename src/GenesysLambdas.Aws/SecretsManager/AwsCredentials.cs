using Amazon.Runtime;

namespace Amazon.SecretsManager;

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
