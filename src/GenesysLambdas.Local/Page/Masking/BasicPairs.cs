using System.Text;
using System.Text.RegularExpressions;

namespace GenesysLambdas.Local.Page.Masking;

/// <summary>Finds any two of the given values encoded as HTTP Basic credentials (RFC 7617, section 2).</summary>
internal sealed partial class BasicPairs
{
    // In Latin-1, each character is one byte of the UTF-8.
    private readonly HashSet<string> _values;
    private readonly int[] _lengths;

    public BasicPairs(IEnumerable<string> values)
    {
        _values = values.Select(value => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(value))).ToHashSet(StringComparer.Ordinal);
        _lengths = [.. _values.Select(value => value.Length).Distinct()];
    }

    public IEnumerable<(int Start, int End)> In(string text) =>
        from Match run in Base64().Matches(text)
        let digits = run.Groups["digits"].Value

        // Other characters can precede the credentials, so try each alignment.
        from skipped in Enumerable.Range(0, Math.Min(4, digits.Length))
        from pair in PairsIn(digits[skipped..], run.Groups["padding"].Length)
        select (run.Index + skipped + pair.Start, run.Index + skipped + pair.End);

    private IEnumerable<(int Start, int End)> PairsIn(string digits, int padding)
    {
        var decoded = Encoding.Latin1.GetString(Convert.FromBase64String(digits.PadRight((digits.Length + 3) / 4 * 4, 'A')));
        var bytes = decoded[..(digits.Length * 3 / 4)];
        for (var colon = bytes.IndexOf(':', StringComparison.Ordinal); colon >= 0; colon = bytes.IndexOf(':', colon + 1))
        {
            var username = bytes[..colon];
            foreach (var start in _lengths.Select(length => colon - length).Where(start => start >= 0 && start % 3 == 0 && _values.Contains(username[start..])))
            {
                var password = colon + 1;
                foreach (var end in _lengths.Select(length => password + length).Where(end => end <= bytes.Length && _values.Contains(bytes[password..end])))
                {
                    if (end % 3 == 0)
                    {
                        yield return (start / 3 * 4, end / 3 * 4);
                    }

                    // The unused bits of the last digit are 0 (RFC 4648, section 3.5).
                    else if (end == bytes.Length && decoded[end] == '\0')
                    {
                        yield return (start / 3 * 4, digits.Length + padding);
                    }
                }
            }
        }
    }

    [GeneratedRegex("(?<digits>[A-Za-z0-9+/]+)(?<padding>={0,2})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Base64();
}
