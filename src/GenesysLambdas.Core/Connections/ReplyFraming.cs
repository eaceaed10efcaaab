using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace GenesysLambdas.Core.Connections;

/// <summary>Determines where a reply ends (RFC 9112, section 6.3).</summary>
internal static class ReplyFraming
{
    private const string ContentLength = "Content-Length";

    /// <summary>True if the headers do not say where the reply ends, or contradict each other.</summary>
    public static bool IsInvalid(HttpResponseMessage response)
    {
        var lengths = Values(response.Content.Headers, ContentLength);
        var codings = Values(response.Headers, "Transfer-Encoding");
        return (int)response.StatusCode < 200
            || lengths.Exists(length => !IsLength(length) || length != lengths[0])
            || (codings.Count > 0 && (lengths.Count > 0 || response.Version < HttpVersion.Version11 || !IsChunked(codings)));
    }

    /// <summary>True if the reply has no body, whatever its headers say.</summary>
    public static bool HasNoBody(HttpRequestMessage request, HttpResponseMessage response) =>
        request.Method == HttpMethod.Head || response.StatusCode is HttpStatusCode.NoContent or HttpStatusCode.ResetContent or HttpStatusCode.NotModified;

    /// <summary>Replaces a repeated length, such as <c>42, 42</c>, which .NET does not read, with a single one.</summary>
    public static void Unite(HttpContentHeaders headers)
    {
        if (headers.ContentLength is null && Values(headers, ContentLength) is [var length, ..])
        {
            headers.Remove(ContentLength);
            headers.TryAddWithoutValidation(ContentLength, length);
        }
    }

    private static List<string> Values(HttpHeaders headers, string name) => headers.NonValidated.TryGetValues(name, out var values)
        ? [.. values.SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries))]
        : [];

    // RFC 9110, section 8.6, limited to what fits into a long.
    private static bool IsLength(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    // The only coding that servers may send without being asked (RFC 9112, section 6.1).
    private static bool IsChunked(List<string> codings) => codings is [var only] && only.Equals("chunked", StringComparison.OrdinalIgnoreCase);
}
