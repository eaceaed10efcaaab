namespace GenesysLambdas.Validation;

/// <summary>The kinds of <see cref="Violation"/>. The names are those that pydantic, the model of such reports, gives the same kinds.</summary>
public static class ViolationType
{
    /// <summary>A required member is not there.</summary>
    public const string Missing = "missing";

    /// <summary>A member is there more than once, so that it depends on the reader which of them counts.</summary>
    public const string Repeated = "repeated";

    /// <summary>A member is there that there must not be.</summary>
    public const string Extra = "extra_forbidden";

    /// <summary>No object.</summary>
    public const string Object = "object_type";

    /// <summary>No array.</summary>
    public const string List = "list_type";

    /// <summary>No string.</summary>
    public const string String = "string_type";

    /// <summary>No whole number; <c>1.0</c> and <c>"1"</c> are none.</summary>
    public const string Integer = "int_type";

    /// <summary>No number.</summary>
    public const string Number = "float_type";

    /// <summary>Neither true nor false.</summary>
    public const string Boolean = "bool_type";

    /// <summary>Something, where there must be null.</summary>
    public const string Null = "none_required";

    /// <summary>Fewer characters than there must be.</summary>
    public const string StringTooShort = "string_too_short";

    /// <summary>More characters than there may be.</summary>
    public const string StringTooLong = "string_too_long";

    /// <summary>A string, but none of those it may be.</summary>
    public const string Enum = "enum";

    /// <summary>Less than the smallest number allowed.</summary>
    public const string TooSmall = "greater_than_equal";

    /// <summary>More than the largest number allowed.</summary>
    public const string TooLarge = "less_than_equal";

    /// <summary>Not more than a number that it must be more than.</summary>
    public const string NotMore = "greater_than";

    /// <summary>Not less than a number that it must be less than.</summary>
    public const string NotLess = "less_than";

    /// <summary>Fewer elements than there must be.</summary>
    public const string TooShort = "too_short";

    /// <summary>More elements than there may be.</summary>
    public const string TooLong = "too_long";

    /// <summary>No date and time.</summary>
    public const string DateTime = "datetime_parsing";

    /// <summary>A date and time without a time zone.</summary>
    public const string TimeZone = "timezone_aware";

    /// <summary>No absolute URL.</summary>
    public const string Url = "url_parsing";

    /// <summary>An absolute URL, but not of an allowed scheme.</summary>
    public const string UrlScheme = "url_scheme";

    /// <summary>Another input is wrong, or the document as an input; the message names it.</summary>
    public const string Input = "input";

    /// <summary>Stands for the violations that a long report leaves out.</summary>
    public const string More = "more";
}
