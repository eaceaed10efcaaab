namespace GenesysLambdas.Core.Contracts;

/// <summary>What Genesys Cloud, Architect, the template and the command line know about a lookup.</summary>
/// <param name="Inputs">The lookup's own inputs in declaration order, then the common ones.</param>
/// <param name="Outputs">The lookup's own outputs in declaration order, then the common four.</param>
public sealed record LookupContract(
    string Name, string Description, ApiContract Api, IReadOnlyList<InputContract> Inputs, IReadOnlyList<OutputContract> Outputs)
{
    /// <summary>Attempts in total, unless a setting or the lookup overrides it.</summary>
    public const int DefaultMaxAttempts = 3;

    /// <summary>The maximum value of <c>X_MAX_ATTEMPTS</c>.</summary>
    public const int MostAttempts = 10;

    /// <summary>Its logical name in template.yaml, such as <c>CurrentWeatherFunction</c>.</summary>
    public required string Function { get; init; }

    /// <summary>The value of its <c>ANNOTATIONS_HANDLER</c>.</summary>
    public required string Method { get; init; }

    /// <summary>The default value of <c>X_MAX_ATTEMPTS</c>.</summary>
    public int MaxAttempts { get; init; } = DefaultMaxAttempts;

    /// <summary>Whether it is part of a stack's HTTP API by default.</summary>
    public bool HttpByDefault { get; init; } = true;

    /// <summary>The settings specific to this lookup.</summary>
    public IReadOnlyList<Setting> OwnSettings { get; init; } = [];

    public IEnumerable<Setting> Settings => [.. HostSettings.All, .. Api.OwnSettings, .. Api.Settings.All, .. OwnSettings];
}

/// <summary>An external API, with the defaults of its settings.</summary>
/// <param name="BaseUrl">The default of <c>X_BASE_URL</c>, which may contain <c>{SETTING}</c>; empty if there is none.</param>
public sealed record ApiContract(string Name, string BaseUrl, string Auth, bool RequiresSecret)
{
    /// <summary>The setting for the OAuth2 token endpoint; null for <c>X_TOKEN_URL</c>.</summary>
    public string? TokenUrlSetting { get; init; }

    /// <summary>The default token endpoint, which may contain <c>{SETTING}</c>; empty if there is none.</summary>
    public string TokenUrl { get; init; } = "";

    public ExternalApiSettings Settings => new(Name, TokenUrlSetting);

    public IReadOnlyList<Setting> OwnSettings { get; init; } = [];
}

/// <summary>One input of a lookup.</summary>
public sealed record InputContract
{
    /// <summary>The name Architect sends, case-sensitive.</summary>
    public required string Name { get; init; }

    public required ContractType Type { get; init; }

    public required string Description { get; init; }

    public bool Required { get; init; }

    /// <summary>The default value, as JSON text; null if there is none.</summary>
    public string? Default { get; init; }

    /// <summary>Minimum length of a string, in UTF-16 code units.</summary>
    public int MinLength { get; init; }

    /// <summary><see cref="MinLength"/>, but at least 1 for a required input, because an empty string counts as missing.</summary>
    public int FewestCharacters => Math.Max(MinLength, Required ? 1 : 0);

    /// <summary>Maximum length of a string, in UTF-16 code units; <see cref="int.MaxValue"/> for no limit.</summary>
    public int MaxLength { get; init; } = TextRules.DefaultMaxLength;

    public double Minimum { get; init; } = double.NegativeInfinity;

    public double Maximum { get; init; } = double.PositiveInfinity;

    /// <summary>The required format of a string.</summary>
    public TextFormat Format { get; init; }

    /// <summary>The error message if a required input is missing; null for the default message.</summary>
    public string? Missing { get; init; }
}

/// <summary>One output of a lookup.</summary>
/// <param name="Name">The name Architect binds, case-sensitive.</param>
public sealed record OutputContract(string Name, ContractType Type, bool IsArray, string Description)
{
    /// <summary>The default maximum length of a string, in UTF-16 code units.</summary>
    public const int DefaultMaxLength = 32_000;

    /// <summary>The default maximum number of items in an array.</summary>
    public const int DefaultMaxItems = 1_000;

    /// <summary>The maximum length of a string, or of each string in an array, in UTF-16 code units. JSON text has none.</summary>
    public int MaxLength { get; init; } = DefaultMaxLength;

    public int MaxItems { get; init; } = DefaultMaxItems;

    /// <summary>Whether it is JSON text, which is passed on unchanged.</summary>
    public bool IsJson { get; init; }
}

/// <summary>The types of Genesys Cloud's flat contracts.</summary>
public enum ContractType
{
    String,

    Integer,

    Number,

    Boolean,
}

/// <summary>The format of a string input.</summary>
public enum TextFormat
{
    /// <summary>Any string without control characters.</summary>
    Any,

    /// <summary>A BCP 47 language tag, such as <c>en-US</c>.</summary>
    LanguageTag,

    /// <summary>A string that can be one segment of a path: not <c>.</c> or <c>..</c>, and without slashes or backslashes.</summary>
    PathSegment,

    /// <summary>A JSON value, or a string that contains a JSON document, because Genesys Cloud's inputs are scalars.</summary>
    Json,
}

/// <summary>The inputs that every lookup has in addition to its own. They are only logged, so any value is accepted.</summary>
public static class CommonInputs
{
    public static IReadOnlyList<InputContract> Contract { get; } =
    [
        new()
        {
            Name = "conversationId",
            Type = ContractType.String,
            Description = "The interaction's id, such as Call.ConversationId. It is only logged.",
            MaxLength = int.MaxValue,
        },
    ];
}
