using System.Globalization;
using System.Text;

namespace GenesysLambdas.Local.Page.Masking;

/// <summary>A text with JSON or URL escapes decoded, and the original position of each character.</summary>
/// <param name="Starts">The original position of each character and of the end; null: the same.</param>
internal sealed record UnescapedText(string Text, IReadOnlyList<int>? Starts)
{
    // An answer over HTTP is JSON in JSON.
    private const int MostLayers = 2;

    /// <summary>Appends what an escape stands for and returns its length; 0: there is no escape here.</summary>
    private delegate int Escape(string text, int index, StringBuilder plain);

    /// <summary>The text itself, and each way to decode it.</summary>
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

    /// <summary>Maps a position in this text to the original.</summary>
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
