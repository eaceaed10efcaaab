namespace Amazon.Runtime;

/// <summary>Credentials with a session token.</summary>
public class SessionAWSCredentials(string awsAccessKeyId, string awsSecretAccessKey, string token) : AWSCredentials
{
    private readonly ImmutableCredentials credentials = new(awsAccessKeyId, awsSecretAccessKey, token);

    /// <inheritdoc/>
    public override ImmutableCredentials GetCredentials() => credentials;
}
