using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace GenesysLambdas.Testing.Hostile;

/// <summary>
/// A request as a lookup makes it. Requests of other inputs may differ from it only where an input stands: in a segment of the path,
/// or a part of one, in a value of the query, or a part of one, and in the body.
/// </summary>
internal sealed partial class OwnRequest
{
    // Unreserved characters and escapes (RFC 3986, section 2); in the path without an escaped slash, which some gateways decode, and as
    // a whole segment not "." or "..", which lead elsewhere.
    private const string Value = "(?:[A-Za-z0-9._~-]|%[0-9A-F]{2})+";
    private const string InSegment = "(?:[A-Za-z0-9._~-]|%(?!2F|5C)[0-9A-F]{2})+";
    private const string Segment = "(?!\\.{1,2}(?:[/?]|\\z))" + InSegment;

    // Nothing else in a request is likely to contain so long a value; a shorter one, such as 1, counts where no letter or digit is beside it.
    private const int Unmistakable = 6;

    private static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(10);

    private readonly RecordedRequest _example;
    private readonly Regex _target;

    /// <summary>Learns it from a request that was made of known inputs.</summary>
    public OwnRequest(RecordedRequest example, IEnumerable<object?> inputs)
    {
        var values = inputs.Select(input => Uri.EscapeDataString(InUrl(input!))).Where(value => value.Length > 0).Distinct(StringComparer.Ordinal);
        _example = example;
        _target = new Regex($"\\A{Pattern(example.Target, [.. values.OrderByDescending(value => value.Length)])}\\z", RegexOptions.None, MatchTimeout);
    }

    /// <summary>Whether another request is of the same method, path and headers, and so goes to the same host.</summary>
    public bool IsLike(RecordedRequest other) =>
        other.Method == _example.Method
        && _target.IsMatch(other.Target)
        && FixedHeaders(other).SequenceEqual(FixedHeaders(_example));

    public override string ToString() => $"{_example.Method} {_target}";

    private static string Pattern(string target, string[] values)
    {
        var pattern = new StringBuilder();
        var query = target.IndexOf('?', StringComparison.Ordinal) is var at && at < 0 ? target.Length : at;
        // Characters, and escapes as a whole: the end of %20 is not a digit beside a value.
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
