namespace Amazon.Runtime;

/// <summary>
/// Credentials in <c>AWS_ACCESS_KEY_ID</c>, <c>AWS_SECRET_ACCESS_KEY</c> and <c>AWS_SESSION_TOKEN</c>: where Lambda puts them.
/// Read every time.
/// </summary>
public class EnvironmentVariablesAWSCredentials : AWSCredentials
{
    /// <inheritdoc/>
    public override ImmutableCredentials GetCredentials() => Read()
        ?? throw new InvalidOperationException("AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not both set.");

    internal static ImmutableCredentials? Read() =>
        Environment.GetEnvironmentVariable("AWS_ACCESS_KEY_ID") is { Length: > 0 } accessKey
        && Environment.GetEnvironmentVariable("AWS_SECRET_ACCESS_KEY") is { Length: > 0 } secretKey
            ? new ImmutableCredentials(accessKey, secretKey, Environment.GetEnvironmentVariable("AWS_SESSION_TOKEN"))
            : null;
}
