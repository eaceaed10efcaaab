namespace Amazon.SecretsManager.Model;

/// <summary>Which secret to fetch, and which version of it.</summary>
public class GetSecretValueRequest
{
    public string? SecretId { get; set; }

    /// <summary>A version's staging label; null for <c>AWSCURRENT</c>.</summary>
    public string? VersionStage { get; set; }
}

public class GetSecretValueResponse
{
    /// <summary>The value if it is text; null if it is binary.</summary>
    public string? SecretString { get; set; }
}
