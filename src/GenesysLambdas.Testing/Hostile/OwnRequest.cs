using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace GenesysLambdas.Testing.Hostile;

/// <summary>
/// A lookup's request. With other inputs, it may differ only where an input is: in a segment of the path,
/// or a part of one, in a value of the query, or a part of one, and in the body.
/// </summary>
internal sealed partial class OwnRequest
{
    // Unreserved characters and escapes (RFC 3986, section 2); in the path without an escaped slash, which some gateways decode, and as
    // a whole segment not "." or "..", which lead elsewhere.
    private const string Value = "(?:[A-Za-z0-9._~-]|%[0-9A-F]{2})+";
    private const string InSegment = "(?:[A-Za-z0-9._~-]|%(?!2F|5C)[0-9A-F]{2})+";
    private const string Segment = "(?!\\.{1,2}(?:[/?]|\\z))" + InSegment;

    // A value this long is not in a request by chance. A shorter one, such as 1, counts only if there is no letter or digit beside it.
    private const int Unmistakable = 6;

    private static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(10);

    private readonly RecordedRequest _example;
    private readonly Regex _target;

    /// <summary>Learns it from a request made with known inputs.</summary>
    public OwnRequest(RecordedRequest example, IEnumerable<object?> inputs)
    {
        var values = inputs.Select(input => Uri.EscapeDataString(InUrl(input!))).Where(value => value.Length > 0).Distinct(StringComparer.Ordinal);
        _example = example;
        _target = new Regex($"\\A{Pattern(example.Target, [.. values.OrderByDescending(value => value.Length)])}\\z", RegexOptions.None, MatchTimeout);
    }

    /// <summary>Whether another request has the same method, path and headers, and so the same host.</summary>
    public bool IsLike(RecordedRequest other) =>
        other.Method == _example.Method
        && _target.IsMatch(other.Target)
        && FixedHeaders(other).SequenceEqual(FixedHeaders(_example));

    public override string ToString() => $"{_example.Method} {_target}";

    private static string Pattern(string target, string[] values)
    {
        var pattern = new StringBuilder();
        var query = target.IndexOf('?', StringComparison.Ordinal) is var at && at < 0 ? target.Length : at;
        // Escapes count as one unit, so that the 0 of %20 is not a digit beside a value.
        var units = Unit().Matches(target);
        for (var i = 0; i < units.Count;)
        {
            var place = units[i].Index;
            var isApart = i == 0 || units[i - 1].Length > 1 || !char.IsAsciiLetterOrDigit(target[place - 1]);
            if (values.FirstOrDefault(value => IsAt(target, place, isApart, value)) is { } value)
            {
                pattern.Append(place > query ? Value : place > 0 && target[place - 1] == '/' ? Segment : InSegment);
                i += Unit().Count(value);
            }
            else
            {
                pattern.Append(Regex.Escape(units[i++].Value));
            }
        }

        return pattern.ToString();
    }

    private static bool IsAt(string target, int place, bool isApart, string value)
    {
        var end = place + value.Length;
        return string.CompareOrdinal(target, place, value, 0, value.Length) == 0
            && (value.Length >= Unmistakable || (isApart && (end == target.Length || !char.IsAsciiLetterOrDigit(target[end]))));
    }

    private static string InUrl(object input) => input is bool flag ? (flag ? "true" : "false") : Convert.ToString(input, CultureInfo.InvariantCulture)!;

    private static IEnumerable<KeyValuePair<string, string>> FixedHeaders(RecordedRequest request) =>
        request.Headers.Where(header => header.Key != "Content-Length");

    [GeneratedRegex("%[0-9A-Fa-f]{2}|.", RegexOptions.Singleline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Unit();
}
