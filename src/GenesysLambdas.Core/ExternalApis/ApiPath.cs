using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace GenesysLambdas.Core.ExternalApis;

/// <summary>
/// A path and query below an external API's address, written as an interpolated string: every hole is escaped, so that no
/// input can change the path, the host or another parameter. A query parameter whose value is null is left out.
/// </summary>
/// <example><c>api.GetAsync($"users/{inputs.UserId}", ...)</c></example>
[InterpolatedStringHandler]
public readonly struct ApiPath
{
    private readonly StringBuilder _text;

    public ApiPath(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + (formattedCount * 16));

    /// <summary>Appends the text between the holes unchanged.</summary>
    public void AppendLiteral(string literal)
    {
        // The query's first parameter may have been left out.
        _text.Append(literal.StartsWith('&') && !HasQuery ? $"?{literal.AsSpan(1)}" : literal);
    }

    /// <summary>Fills a hole with a string, escaped as one path segment or one query value.</summary>
    /// <exception cref="LookupException">The value is in the path, and is null or would change the path.</exception>
    public void AppendFormatted(string? value)
    {
        if (value is not null && !TextRules.IsPathSegment(value) && !HasQuery)
        {
            throw Invalid("An input used in a path must not contain / or \\, or be . or ..");
        }

        Append(value is null ? null : Uri.EscapeDataString(value));
    }

    public void AppendFormatted(long? value) => Append(value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Fills a hole with a number, written with a decimal point as in JSON.</summary>
    public void AppendFormatted(decimal? value) => Append(value?.ToString(CultureInfo.InvariantCulture));

    public void AppendFormatted(bool? value) => Append(value switch { null => null, true => "true", false => "false" });

    /// <summary>Appends another path, which is already escaped.</summary>
    public void AppendFormatted(ApiPath path) => _text.Append(path._text);

    public override string ToString() => _text.ToString();

    private bool HasQuery => _text.ToString().Contains('?', StringComparison.Ordinal);

    private void Append(string? value)
    {
        if (value is not null)
        {
            _text.Append(value);
            return;
        }

        // The parameter's name and the ? or & before it are removed too.
        _text.Length = HasQuery ? _text.ToString().LastIndexOfAny(['?', '&']) : throw Invalid("An input used in a path is missing");
    }

    private static LookupException Invalid(string message) => new(new Failure(ErrorCode.ValidationError, message) { Reason = FailureReason.InputInvalid });
}
