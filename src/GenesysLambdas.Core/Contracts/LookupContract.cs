namespace GenesysLambdas.Core.Contracts;

/// <summary>What Genesys Cloud, Architect, the template and the command line know about a lookup.</summary>
/// <param name="Inputs">Its own inputs in the order of their declaration, then the common ones.</param>
/// <param name="Outputs">Its own outputs in the order of their declaration, then the common four.</param>
public sealed record LookupContract(
    string Name, string Description, ApiContract Api, IReadOnlyList<InputContract> Inputs, IReadOnlyList<OutputContract> Outputs)
{
    /// <summary>Attempts in total, unless a setting or the lookup overrides it.</summary>
    public const int DefaultMaxAttempts = 3;

    /// <summary>Maximum of its API's <c>_MAX_ATTEMPTS</c>.</summary>
    public const int MostAttempts = 10;

    /// <summary>Its logical name in template.yaml, such as <c>CurrentWeatherFunction</c>.</summary>
    public required string Function { get; init; }

    /// <summary>The value of its <c>ANNOTATIONS_HANDLER</c>.</summary>
    public required string Method { get; init; }

    /// <summary>Default of its API's <c>_MAX_ATTEMPTS</c>.</summary>
    public int MaxAttempts { get; init; } = DefaultMaxAttempts;

    /// <summary>Whether it is part of a stack's HTTP API by default.</summary>
    public bool HttpByDefault { get; init; } = true;

    /// <summary>The settings that only this lookup has.</summary>
    public IReadOnlyList<Setting> OwnSettings { get; init; } = [];

    public IEnumerable<Setting> Settings => [.. HostSettings.All, .. Api.OwnSettings, .. Api.Settings.All, .. OwnSettings];
}

/// <summary>An external API, with the defaults of its settings.</summary>
/// <param name="BaseUrl">Default of its <c>_BASE_URL</c>; may hold <c>{SETTING}</c>. Empty: no default.</param>
public sealed record ApiContract(string Name, string BaseUrl, string Auth, bool RequiresSecret)
{
    /// <summary>The setting that says where OAuth2 tokens come from; null: its <c>_TOKEN_URL</c>.</summary>
    public string? TokenUrlSetting { get; init; }

    /// <summary>Its default; may hold <c>{SETTING}</c>. Empty: no default.</summary>
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

    /// <summary>The value if it is missing, as JSON text; null: no default.</summary>
    public string? Default { get; init; }

    /// <summary>Minimum length of a string, in UTF-16 code units.</summary>
    public int MinLength { get; init; }

    /// <summary>The same, but at least 1 if it is required: an empty string counts as missing.</summary>
    public int FewestCharacters => Math.Max(MinLength, Required ? 1 : 0);

    /// <summary>Maximum length of a string, in UTF-16 code units; <see cref="int.MaxValue"/>: no limit.</summary>
    public int MaxLength { get; init; } = TextRules.DefaultMaxLength;

    public double Minimum { get; init; } = double.NegativeInfinity;

    public double Maximum { get; init; } = double.PositiveInfinity;

    /// <summary>What a text must look like.</summary>
    public TextFormat Format { get; init; }

    /// <summary>The message when a required input is missing; null: the common one.</summary>
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

/// <summary>The inputs that every lookup has in addition to its own. They are only logged, and no value of theirs is an error.</summary>
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
