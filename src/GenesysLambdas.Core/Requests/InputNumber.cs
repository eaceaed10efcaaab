using System.Globalization;

namespace GenesysLambdas.Core.Requests;

/// <summary>Reads numbers from text, if nothing of the text is lost.</summary>
internal static class InputNumber
{
    // A decimal holds any 28 significant digits.
    private const int ExactDigits = 28;

    /// <summary>A whole number, which may have zeros after the point.</summary>
    public static bool TryInteger(string text, out long value)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 || text.AsSpan(point + 1).ContainsAnyExcept('0') ? text : text[..point];
        return long.TryParse(whole, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>A number with decimals.</summary>
    public static bool TryDecimal(string text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value)
        && text.Count(char.IsAsciiDigit) <= ExactDigits;
}
