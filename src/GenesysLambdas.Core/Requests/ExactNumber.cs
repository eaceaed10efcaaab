using System.Globalization;

namespace GenesysLambdas.Core.Requests;

/// <summary>Reads a number from UTF-8 if a <c>decimal</c> or a <c>long</c> can represent it exactly.</summary>
internal static class ExactNumber
{
    // A decimal can represent any 28 significant digits, with up to 28 of them after the point.
    private const int Digits = 28;

    private const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    public static bool TryDecimal(ReadOnlySpan<byte> utf8, out decimal value) =>
        decimal.TryParse(utf8, Styles, CultureInfo.InvariantCulture, out value) && IsExact(utf8);

    /// <summary>Reads an integer, such as <c>100</c>, <c>100.0</c> or <c>1e2</c>.</summary>
    public static bool TryInteger(ReadOnlySpan<byte> utf8, out long value)
    {
        var isInteger = TryDecimal(utf8, out var number) && decimal.IsInteger(number) && number is >= long.MinValue and <= long.MaxValue;
        value = isInteger ? (long)number : 0;
        return isInteger;
    }

    // Parsing rounds what a decimal cannot represent.
    private static bool IsExact(ReadOnlySpan<byte> utf8)
    {
        var e = utf8.IndexOfAny("eE"u8);
        var mantissa = (e < 0 ? utf8 : utf8[..e]).TrimStart("+-"u8);
        var point = mantissa.IndexOf((byte)'.');
        var decimals = point < 0 ? 0 : mantissa[(point + 1)..].TrimEnd((byte)'0').Length;
        var significant = (point >= 0 && decimals == 0 ? mantissa[..point] : mantissa).TrimStart("0."u8).TrimEnd("0."u8);
        if (significant.IsEmpty)
        {
            return true;
        }

        var exponent = 0;
        return significant.Length - (significant.Contains((byte)'.') ? 1 : 0) <= Digits
            && (e < 0 || int.TryParse(utf8[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
            && decimals - (long)exponent <= Digits;
    }
}
