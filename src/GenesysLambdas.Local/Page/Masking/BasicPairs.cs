using System.Text;

namespace GenesysLambdas.Local.Page.Masking;

/// <summary>
/// Finds any two of the given values joined as HTTP Basic joins them (RFC 7617, section 2), without enumerating the pairs: the base64
/// of a name and the colon begins the same whatever the password.
/// </summary>
internal sealed class BasicPairs(IReadOnlyCollection<string> values)
{
    private const string Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private readonly PhraseTree _names = new(values.Select(Head));
    private readonly PhraseTree _passwords = new(values.Select(value => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(value))));

    public IEnumerable<(int Start, int End)> In(string text)
    {
        var node = PhraseTree.Root;
        for (var i = 0; i < text.Length; i++)
        {
            node = _names.Next(node, text[i]);
            if (_names.LongestAt(node) == 0)
            {
                continue;
            }

            foreach (var length in _names.LengthsAt(node))
            {
                var start = i + 1 - length;
                if (EndOf(text, start, length) is { } end)
                {
                    yield return (start, end);
                }
            }
        }
    }

    /// <summary>The part of the base64 of a name and a colon that no password can change.</summary>
    private static string Head(string name)
    {
        var bytes = Encoding.UTF8.GetBytes(name + ':');
        return Convert.ToBase64String(bytes)[..(bytes.Length * 8 / 6)];
    }

    /// <summary>The end of the longest password that follows a name; null: none does.</summary>
    private int? EndOf(string text, int start, int head)
    {
        var bytes = ((3 * head) + 3) / 4;
        if (ByteAt(text, start, bytes - 1) != ':')
        {
            return null;
        }

        var (node, found) = (PhraseTree.Root, (int?)null);
        for (var count = bytes; ; count++)
        {
            if (_passwords.IsPhrase(node))
            {
                found = EndAfter(text, start, count) ?? found;
            }

            if (ByteAt(text, start, count) is not { } next || _passwords.Child(node, (char)next) is not { } child)
            {
                return found;
            }

            node = child;
        }
    }

    /// <summary>Where the base64 of that many bytes ends, including padding; null: it does not end there.</summary>
    private static int? EndAfter(string text, int start, int bytes)
    {
        var end = start + (((bytes * 8) + 5) / 6);
        var missing = (3 - (bytes % 3)) % 3;
        if (missing == 0)
        {
            return end;
        }

        // The unused bits of the last digit are 0 (RFC 4648, section 3.5).
        if ((Digits.IndexOf(text[end - 1], StringComparison.Ordinal) & ((1 << (2 * missing)) - 1)) != 0)
        {
            return null;
        }

        var padded = end;
        while (padded < text.Length && padded < end + missing && text[padded] == '=')
        {
            padded++;
        }

        return padded == end && end < text.Length && Digits.Contains(text[end], StringComparison.Ordinal) ? null : padded;
    }

    /// <summary>A byte of the base64 that begins at <paramref name="start"/>; null: it ends before.</summary>
    private static int? ByteAt(string text, int start, int index)
    {
        var (digit, bit) = Math.DivRem(index * 8, 6);
        if (start + digit + 1 >= text.Length)
        {
            return null;
        }

        var first = Digits.IndexOf(text[start + digit], StringComparison.Ordinal);
        var second = Digits.IndexOf(text[start + digit + 1], StringComparison.Ordinal);
        return first < 0 || second < 0 ? null : (((first << 6) | second) >> (4 - bit)) & 0xFF;
    }
}
