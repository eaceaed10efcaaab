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
    /// <param name="literalLength">Characters outside the holes.</param>
    /// <param name="formattedCount">How many holes there are.</param>
    public ApiPath(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + (formattedCount * 16));

    /// <summary>Called by the compiler with what the lookup's author wrote.</summary>
    /// <param name="literal">Taken as it is.</param>
    public void AppendLiteral(string literal) => _text.Append(literal);

    /// <summary>Called by the compiler with what fills a hole.</summary>
    /// <param name="value">Escaped as one segment of a path, or one value of a query.</param>
    /// <exception cref="LookupException">It stands in the path, and would lead elsewhere.</exception>
    public void AppendFormatted(string value)
    {
        if (!TextRules.IsPathSegment(value) && !_text.ToString().Contains('?', StringComparison.Ordinal))
        {
            throw new LookupException(new Failure(ErrorCode.ValidationError, "An input that is part of a path must not hold / or \\, nor be . or ..") { Reason = FailureReason.InputInvalid });
        }

        _text.Append(Uri.EscapeDataString(value));
    }

    /// <summary>Called by the compiler with a whole number that fills a hole.</summary>
    /// <param name="value">The number.</param>
    public void AppendFormatted(long value) => _text.Append(CultureInfo.InvariantCulture, $"{value}");

    /// <summary>Called by the compiler with a number that fills a hole.</summary>
    /// <param name="value">Written with a decimal point, as JSON has it.</param>
    public void AppendFormatted(decimal value) => _text.Append(CultureInfo.InvariantCulture, $"{value}");

    /// <summary>Called by the compiler with a boolean that fills a hole.</summary>
    /// <param name="value">Written as <c>true</c> or <c>false</c>.</param>
    public void AppendFormatted(bool value) => _text.Append(value ? "true" : "false");

    /// <summary>Called by the compiler with a path that is continued.</summary>
    /// <param name="path">Taken as it is, since it is escaped.</param>
    public void AppendFormatted(ApiPath path) => _text.Append(path._text);

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
