namespace GenesysLambdas.Contracts;

/// <summary>What a text input must look like.</summary>
public enum TextFormat
{
    /// <summary>Any text without control characters.</summary>
    Any,

    /// <summary>A BCP 47 language tag, such as <c>en-US</c>.</summary>
    LanguageTag,

    /// <summary>Text that can stand as one segment of a path: neither <c>.</c> nor <c>..</c>, and without slashes of either kind.</summary>
    PathSegment,

    /// <summary>A JSON document as text, since Genesys Cloud's inputs are scalars, or the value itself.</summary>
    Json,
}
