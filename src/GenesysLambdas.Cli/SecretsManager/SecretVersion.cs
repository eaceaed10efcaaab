namespace GenesysLambdas.Cli.SecretsManager;

/// <summary>One version of a secret's value: a text or bytes, with the stages it is at.</summary>
internal sealed record SecretVersion(string Id, SecretValue Value, DateTimeOffset CreatedDate)
{
    /// <summary>The stage of the value in use.</summary>
    public const string Current = "AWSCURRENT";

    /// <summary>The stage of the value that was in use before.</summary>
    public const string Previous = "AWSPREVIOUS";

    /// <summary>The stages it is at; none: it is deprecated.</summary>
    public IReadOnlyList<string> Stages { get; set; } = [];
}

/// <summary>A secret's value: one of a text and bytes.</summary>
/// <param name="Text">The text; null: it is bytes.</param>
/// <param name="Binary">The bytes in base64; null: it is a text.</param>
internal sealed record SecretValue(string? Text, string? Binary);
