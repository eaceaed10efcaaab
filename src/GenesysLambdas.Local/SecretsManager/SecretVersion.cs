namespace GenesysLambdas.Local.SecretsManager;

/// <summary>One version of a secret's value, with its stages.</summary>
internal sealed record SecretVersion(string Id, SecretValue Value, DateTimeOffset CreatedDate)
{
    public const string Current = "AWSCURRENT";

    public const string Previous = "AWSPREVIOUS";

    /// <summary>The stage of a value that is not in use yet.</summary>
    public const string Pending = "AWSPENDING";

    public const int MaxStages = 20;

    /// <summary>Its stages; none: it is deprecated.</summary>
    public IReadOnlyList<string> Stages { get; set; } = [];
}

/// <summary>A secret's value: either a string or bytes.</summary>
/// <param name="Text">The string; null: it is bytes.</param>
/// <param name="Binary">The bytes in base64; null: it is a string.</param>
internal sealed record SecretValue(string? Text, string? Binary);
