using System.Globalization;
using System.Text;

namespace GenesysLambdas.Cli.Page.Apis;

/// <summary>A text without the escapes of JSON or URLs, which may stand in it in more than one way, and where each character comes from.</summary>
/// <param name="Text">The text.</param>
/// <param name="Starts">For each of its characters, and its end, where that is in the original; null: in the same place.</param>
internal sealed record UnescapedText(string Text, IReadOnlyList<int>? Starts)
{
    // JSON in JSON, which an answer over HTTP is.
    private const int MostLayers = 2;

    /// <summary>How many characters an escape has, and adds what it stands for; 0: there is none at this place.</summary>
    private delegate int Escape(string text, int index, StringBuilder plain);

    /// <summary>The text as it is, and every way to read it.</summary>
    public static IEnumerable<UnescapedText> Readings(string text)
    {
        UnescapedText? reading = new(text, Starts: null);
        for (var layer = 0; layer <= MostLayers && reading is not null; layer++)
        {
            yield return reading;
            if (reading.Text.Contains('%', StringComparison.Ordinal))
            {
                yield return reading.Without(UrlEscape);
            }

            if (reading.Text.Contains('+', StringComparison.Ordinal))
            {
                yield return reading.Without(FormEscape);
            }

            reading = reading.Text.Contains('\\', StringComparison.Ordinal) ? reading.Without(JsonEscape) : null;
        }
    }

    /// <summary>Where a place in this text is in the original.</summary>
    public int Original(int index) => Starts is null ? index : Starts[index];

    private UnescapedText Without(Escape escape)
    {
        var (plain, starts) = (new StringBuilder(Text.Length), new List<int>(Text.Length + 1));
        for (var i = 0; i < Text.Length;)
        {
            var length = escape(Text, i, plain);
            if (length == 0)
            {
                plain.Append(Text[i]);
                length = 1;
            }

            while (starts.Count < plain.Length)
            {
                starts.Add(Original(i));
            }

            i += length;
        }

        starts.Add(Original(Text.Length));
        return new(plain.ToString(), starts);
    }

    private static int JsonEscape(string text, int index, StringBuilder plain)
    {
        if (text[index] != '\\' || index + 1 == text.Length)
        {
            return 0;
        }

        // RFC 8259, section 7.
        const string names = "\"\\/bfnrt";
        const string meanings = "\"\\/\b\f\n\r\t";
        if (names.IndexOf(text[index + 1], StringComparison.Ordinal) is >= 0 and var known)
        {
            plain.Append(meanings[known]);
            return 2;
        }

        if (text[index + 1] == 'u' && index + 6 <= text.Length && Hex(text.AsSpan(index + 2, 4)) is { } unit)
        {
            plain.Append((char)unit);
            return 6;
        }

        return 0;
    }

    private static int UrlEscape(string text, int index, StringBuilder plain)
    {
        Span<byte> bytes = stackalloc byte[4];
        for (var count = 0; count < bytes.Length; count++)
        {
            var start = index + (3 * count);
            if (start + 3 > text.Length || text[start] != '%' || Hex(text.AsSpan(start + 1, 2)) is not { } value)
            {
                return 0;
            }

            bytes[count] = (byte)value;
            if (Rune.DecodeFromUtf8(bytes[..(count + 1)], out var rune, out _) == System.Buffers.OperationStatus.Done)
            {
                plain.Append(rune.ToString());
                return 3 * (count + 1);
            }
        }

        return 0;
    }

    private static int FormEscape(string text, int index, StringBuilder plain)
    {
        if (text[index] != '+')
        {
            return UrlEscape(text, index, plain);
        }

        plain.Append(' ');
        return 1;
    }

    private static int? Hex(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) ? value : null;
}
