using System.Globalization;
using System.Text.RegularExpressions;
using GenesysLambdas.Tests.Support;

namespace GenesysLambdas.Tests.Hostile;

/// <summary>
/// A request as a lookup makes it. Requests of other inputs may differ from it only where an input stands: within a segment of
/// the path, within a value of the query, and in the body.
/// </summary>
internal sealed partial class OwnRequest
{
    // Unreserved characters and escapes (RFC 3986, section 2); as a segment of a path not "." or "..", which lead elsewhere, nor
    // with an escaped slash, which some gateways decode.
    private const string Value = "(?:[A-Za-z0-9._~-]|%[0-9A-F]{2})+";
    private const string Segment = "(?!\\.{1,2}(?:[/?]|$))(?![^/?]*%(?:2F|5C))" + Value;

    private static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(10);

    private readonly RecordedRequest _example;
    private readonly Regex _target;

    /// <summary>Learns it from a request that was made of known inputs.</summary>
    public OwnRequest(RecordedRequest example, IEnumerable<object?> inputs)
    {
        var holes = inputs.Select(input => Uri.EscapeDataString(InUrl(input!))).ToHashSet(StringComparer.Ordinal);
        _example = example;
        _target = new Regex($"\\A{string.Concat(Pieces(example.Target, holes))}\\z", RegexOptions.None, MatchTimeout);
    }

    /// <summary>Whether another request is of the same method, path and headers, and so goes to the same host.</summary>
    public bool IsLike(RecordedRequest other) =>
        other.Method == _example.Method
        && _target.IsMatch(other.Target)
        && FixedHeaders(other).SequenceEqual(FixedHeaders(_example));

    public override string ToString() => $"{_example.Method} {_target}";

    private static IEnumerable<string> Pieces(string target, HashSet<string> holes)
    {
        var query = target.IndexOf('?', StringComparison.Ordinal);
        foreach (Match piece in Piece().Matches(target))
        {
            yield return !holes.Contains(piece.Value) ? Regex.Escape(piece.Value) : query >= 0 && piece.Index > query ? Value : Segment;
        }
    }

    private static string InUrl(object input) => input is bool flag ? (flag ? "true" : "false") : Convert.ToString(input, CultureInfo.InvariantCulture)!;

    private static IEnumerable<KeyValuePair<string, string>> FixedHeaders(RecordedRequest request) =>
        request.Headers.Where(header => header.Key != "Content-Length");

    [GeneratedRegex("[/?&=]|[^/?&=]+", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Piece();
}
