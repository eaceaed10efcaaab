namespace GenesysLambdas.Core.Contracts;

/// <summary>What a text input must look like.</summary>
public enum TextFormat
{
    /// <summary>Any text without control characters.</summary>
    Any,

    /// <summary>A BCP 47 language tag, such as <c>en-US</c>.</summary>
    LanguageTag,

    /// <summary>Text that can be one segment of a path: not <c>.</c> or <c>..</c>, and without slashes or backslashes.</summary>
    PathSegment,

    /// <summary>A JSON value, or a JSON document as text, since Genesys Cloud's inputs are scalars.</summary>
    Json,
}
