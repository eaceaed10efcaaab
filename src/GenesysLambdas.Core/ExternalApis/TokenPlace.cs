namespace GenesysLambdas.Core.ExternalApis;

/// <summary>Where a request can carry a token. Also compiled into the generator, so limited to .NET Standard 2.0.</summary>
public static class TokenPlace
{
    /// <summary>The valid values of <c>X_AUTH</c>.</summary>
    public const string Forms = "bearer, header:<name>, query:<name>, basic or oauth2";

    /// <summary>What the header must be, worded to follow "must be".</summary>
    public const string UsableHeader = "a header other than those that HTTP or this suite uses, such as Host, Content-Type and User-Agent";

    /// <summary>Headers that cannot carry a token.</summary>
    public static IReadOnlyList<string> ReservedHeaders { get; } =
    [
        // RFC 9110, sections 7.2, 7.6.1 and 10.1: routing, framing and the connection.
        "Host", "Connection", "Keep-Alive", "TE", "Trailer", "Transfer-Encoding", "Upgrade", "Expect",

        // .NET treats these as content headers, like Content-*, and does not send them without content.
        "Allow", "Expires", "Last-Modified",

        // The suite sends them itself.
        "Accept", "User-Agent", "X-Amzn-Trace-Id",
    ];

    public static IReadOnlyList<string> ReservedPrefixes { get; } = ["Content-", "Proxy-"];

    /// <summary>Whether a header cannot carry a token: it would be lost, or change how the request is read.</summary>
    public static bool IsReserved(string header) =>
        ReservedHeaders.Any(name => name.Equals(header, StringComparison.OrdinalIgnoreCase))
        || ReservedPrefixes.Any(prefix => header.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    /// <summary>What is wrong with a value of <c>X_AUTH</c>.</summary>
    /// <returns>What it must be, worded to follow "must be"; null if it is valid.</returns>
    public static string? Requirement(string auth)
    {
        var parts = auth.Split([':'], 2);
        var name = parts.Length == 2 ? parts[1].Trim() : null;
        return (parts[0].Trim().ToLowerInvariant(), name) switch
        {
            ("bearer" or "basic" or "oauth2", null) => null,
            ("header", { } header) when IsName(header) => IsReserved(header) ? UsableHeader : null,
            ("query", { } parameter) when IsName(parameter) => null,
            _ => Forms,
        };
    }

    /// <summary>Whether a path's query has a parameter of this name, regardless of case or escaping.</summary>
    public static bool IsSent(string path, string parameter)
    {
        var start = path.IndexOf('?');
        return start >= 0 && path.Substring(start + 1).Split('&', ';').Any(pair =>
            Uri.UnescapeDataString(pair.Split('=')[0].Replace('+', ' ')).Trim().Equals(parameter, StringComparison.OrdinalIgnoreCase));
    }

    // RFC 9110, section 5.6.2, minus the characters that would need escaping in a query.
    private static bool IsName(string name) =>
        name.Length > 0 && name.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_' or '.');
}
