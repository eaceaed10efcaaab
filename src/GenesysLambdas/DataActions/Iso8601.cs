using System.Globalization;

namespace GenesysLambdas.DataActions;

/// <summary>
/// Date-times in ISO 8601's extended format, such as <c>2026-01-31T12:30:00.5+01:00</c>; seconds, their decimals, and the
/// zone's minutes may be left out.
/// </summary>
internal static class Iso8601
{
    private static readonly string[] Formats = ["yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm"];
    private static readonly string[] Zones = ["hh':'mm", "hhmm", "hh"];

    /// <summary>Whether a string is such a date-time, and whether it has a time zone.</summary>
    public static bool IsDateTime(string text, out bool hasZone)
    {
        var zoneAt = ZoneAt(text);
        hasZone = zoneAt >= 0;
        return IsLocal(hasZone ? text[..zoneAt] : text) && (!hasZone || IsZone(text[zoneAt..]));
    }

    private static int ZoneAt(string text)
    {
        var time = text.IndexOf('T', StringComparison.Ordinal);
        return time < 0 ? -1 : text.AsSpan(time).IndexOfAny("Z+-") is >= 0 and var at ? time + at : -1;
    }

    private static bool IsLocal(string text)
    {
        var point = text.IndexOfAny(['.', ',']);
        var whole = point < 0 ? text : text[..point];
        return (point < 0 || (whole.Length == Formats[0].Length && IsDigits(text[(point + 1)..])))
            && DateTime.TryParseExact(whole, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
    }

    private static bool IsZone(string text) =>
        text == "Z" || (text[0] != 'Z' && TimeSpan.TryParseExact(text[1..], Zones, CultureInfo.InvariantCulture, out _));

    private static bool IsDigits(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);
}
