namespace Amazon.SecretsManager.Model;

/// <summary>Which secret to fetch, and which version of it.</summary>
public class GetSecretValueRequest : AmazonSecretsManagerRequest
{
    /// <summary>The secret's name or ARN.</summary>
    public string? SecretId { get; set; }

    /// <summary>A version's id; null: the version of <see cref="VersionStage"/>.</summary>
    public string? VersionId { get; set; }

    /// <summary>A version's staging label; null: <c>AWSCURRENT</c>.</summary>
    public string? VersionStage { get; set; }
}
