using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using GenesysLambdas.Answers;
using GenesysLambdas.Requests;

namespace GenesysLambdas.ExternalApis;

/// <summary>
/// A path and query below an external API's address, written as an interpolated string: every hole is escaped, so that no
/// input can change the path, the host or another parameter.
/// </summary>
/// <example><c>api.GetAsync($"users/{inputs.UserId}", ...)</c></example>
[InterpolatedStringHandler]
public readonly struct ApiPath
{
    private readonly StringBuilder _text;

    /// <summary>Called by the compiler.</summary>
    public ApiPath(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + (formattedCount * 16));

    /// <summary>Appends the text between the holes as it is.</summary>
    public void AppendLiteral(string literal) => _text.Append(literal);

    /// <summary>Fills a hole with a text, escaped as one segment of a path or one value of a query.</summary>
    /// <exception cref="LookupException">It is in the path, and would lead elsewhere.</exception>
    public void AppendFormatted(string value)
    {
        if (!TextRules.IsPathSegment(value) && !_text.ToString().Contains('?', StringComparison.Ordinal))
        {
            throw new LookupException(new Failure(ErrorCode.ValidationError, "An input that is part of a path must not hold / or \\, nor be . or ..") { Reason = FailureReason.InputInvalid });
        }

        _text.Append(Uri.EscapeDataString(value));
    }

    /// <summary>Fills a hole with a whole number.</summary>
    public void AppendFormatted(long value) => _text.Append(CultureInfo.InvariantCulture, $"{value}");

    /// <summary>Fills a hole with a number, written with a decimal point as in JSON.</summary>
    public void AppendFormatted(decimal value) => _text.Append(CultureInfo.InvariantCulture, $"{value}");

    /// <summary>Fills a hole with <c>true</c> or <c>false</c>.</summary>
    public void AppendFormatted(bool value) => _text.Append(value ? "true" : "false");

    /// <summary>Continues a path, which is escaped already.</summary>
    public void AppendFormatted(ApiPath path) => _text.Append(path._text);

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
