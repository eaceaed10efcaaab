namespace GenesysLambdas.Local.SecretsManager;

internal sealed record SecretVersion(string Id, SecretValue Value, DateTimeOffset CreatedDate)
{
    public const string Current = "AWSCURRENT";

    public const string Previous = "AWSPREVIOUS";

    /// <summary>The stage of a value that is being tested before use.</summary>
    public const string Pending = "AWSPENDING";

    public const int MaxStages = 20;

    /// <summary>Without stages, the version is deprecated.</summary>
    public IReadOnlyList<string> Stages { get; set; } = [];
}

/// <summary>Either a string or bytes in base64.</summary>
internal sealed record SecretValue(string? Text, string? Binary = null);
