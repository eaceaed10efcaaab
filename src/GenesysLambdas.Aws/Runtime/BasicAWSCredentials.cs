namespace Amazon.Runtime;

/// <summary>Credentials without a session token.</summary>
public class BasicAWSCredentials(string accessKey, string secretKey) : AWSCredentials
{
    private readonly ImmutableCredentials credentials = new(accessKey, secretKey, token: null);

    /// <inheritdoc/>
    public override ImmutableCredentials GetCredentials() => credentials;
}
