using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>A version of a secret.</summary>
public class GetSecretValueResponse : AmazonWebServiceResponse
{
    /// <summary>The secret's ARN.</summary>
    public string? ARN { get; set; }

    /// <summary>The secret's name.</summary>
    public string? Name { get; set; }

    /// <summary>When this version was created.</summary>
    public DateTime? CreatedDate { get; set; }

    /// <summary>The value if it is text; null if it is binary.</summary>
    public string? SecretString { get; set; }

    /// <summary>The value if it is binary; null if it is text.</summary>
    public MemoryStream? SecretBinary { get; set; }

    /// <summary>The version's id.</summary>
    public string? VersionId { get; set; }

    /// <summary>The version's staging labels.</summary>
#pragma warning disable MA0016 // A list with a setter, as AWS's package has it.
    public List<string>? VersionStages { get; set; }
#pragma warning restore MA0016
}
