using System.Text;
using System.Text.RegularExpressions;

namespace GenesysLambdas.Local.Page.Masking;

/// <summary>A string with JSON or URL escapes decoded, and the original position of each character.</summary>
/// <param name="Starts">The original position of each character and of the end; null if nothing was decoded.</param>
internal sealed partial record UnescapedText(string Text, IReadOnlyList<int>? Starts)
{
    // An HTTP answer is JSON within JSON.
    private const int MaxLayers = 2;

    /// <summary>The string itself, then each way to decode it.</summary>
    public static IEnumerable<UnescapedText> Readings(string text)
    {
        UnescapedText? reading = new(text, Starts: null);
        for (var layer = 0; layer <= MaxLayers && reading is not null; layer++)
        {
            yield return reading;
            if (reading.Text.Contains('%', StringComparison.Ordinal))
            {
                yield return reading.Decode(UrlEscape(), Uri.UnescapeDataString);
            }

            if (reading.Text.Contains('+', StringComparison.Ordinal))
            {
                yield return reading.Decode(FormEscape(), escape => escape == "+" ? " " : Uri.UnescapeDataString(escape));
            }

            reading = reading.Text.Contains('\\', StringComparison.Ordinal) ? reading.Decode(JsonEscape(), Regex.Unescape) : null;
        }
    }

    public int Original(int index) => Starts is null ? index : Starts[index];

    /// <param name="escape">Matches the escape of one character.</param>
    private UnescapedText Decode(Regex escape, Func<string, string> decode)
    {
        var (plain, starts, next) = (new StringBuilder(Text.Length), new List<int>(Text.Length + 1), 0);
        foreach (Match match in escape.Matches(Text))
        {
            CopyUntil(match.Index);
            var decoded = decode(match.Value);
            plain.Append(decoded);
            starts.AddRange(Enumerable.Repeat(Original(match.Index), decoded.Length));
            next = match.Index + match.Length;
        }

        CopyUntil(Text.Length);
        starts.Add(Original(Text.Length));
        return new(plain.ToString(), starts);

        void CopyUntil(int end)
        {
            plain.Append(Text, next, end - next);
            starts.AddRange(Enumerable.Range(next, end - next).Select(Original));
        }
    }

    // RFC 8259, section 7.
    [GeneratedRegex("""\\(["\\/bfnrt]|u[0-9A-Fa-f]{4})""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex JsonEscape();

    // One character in UTF-8.
    [GeneratedRegex(
        "%[0-7][0-9A-F]|(%[CD][0-9A-F]|%E[0-9A-F](%[89AB][0-9A-F])|%F[0-9A-F](%[89AB][0-9A-F]){2})%[89AB][0-9A-F]",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UrlEscape();

    [GeneratedRegex(
        @"\+|%[0-7][0-9A-F]|(%[CD][0-9A-F]|%E[0-9A-F](%[89AB][0-9A-F])|%F[0-9A-F](%[89AB][0-9A-F]){2})%[89AB][0-9A-F]",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FormEscape();
}
