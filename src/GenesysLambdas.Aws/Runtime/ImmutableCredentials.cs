namespace Amazon.Runtime;

/// <summary>An access key, its secret key and, for temporary credentials, a session token.</summary>
public class ImmutableCredentials
{
    /// <summary>Credentials; without a session token if it is null or empty.</summary>
    public ImmutableCredentials(string awsAccessKeyId, string awsSecretAccessKey, string? token)
    {
        ArgumentException.ThrowIfNullOrEmpty(awsAccessKeyId);
        ArgumentException.ThrowIfNullOrEmpty(awsSecretAccessKey);
        (AccessKey, SecretKey, Token) = (awsAccessKeyId, awsSecretAccessKey, token ?? string.Empty);
    }

    /// <summary>The access key's id.</summary>
    public string AccessKey { get; }

    /// <summary>The secret key.</summary>
    public string SecretKey { get; }

    /// <summary>The session token, or an empty string.</summary>
    public string Token { get; }

    /// <summary>Whether there is a session token.</summary>
    public bool UseToken => Token.Length > 0;
}
