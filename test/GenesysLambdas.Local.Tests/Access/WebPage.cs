namespace GenesysLambdas.Local.Tests.Access;

/// <summary>
/// What browsers send for a page of <c>evil.example</c>. Origin is by the Fetch standard
/// (<see href="https://fetch.spec.whatwg.org/#append-a-request-origin-header">append a request Origin header</see>: with CORS
/// and in any POST, but <c>null</c> from https to http without CORS, and none in a GET without CORS). Sec-Fetch-* is by
/// <see href="https://w3c.github.io/webappsec-fetch-metadata/#framework">Fetch Metadata</see>, for potentially trustworthy URLs
/// only: a loopback address is one, <c>http://evil.example:5050</c> is not, wherever it leads. Accept and User-Agent are by
/// <see href="https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/Content_negotiation/List_of_default_Accept_values">MDN</see>.
/// </summary>
internal static class WebPage
{
    private const string Invocations = "/2015-03-31/functions/CurrentWeatherFunction/invocations";
    private const string Next = "/CurrentWeatherFunction/2018-06-01/runtime/invocation/next";
    private const string Image = "<img> of the runtime API, ";

    private const string Chrome = """
        User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36
        sec-ch-ua: "Google Chrome";v="131", "Chromium";v="131", "Not_A Brand";v="24"
        sec-ch-ua-mobile: ?0
        sec-ch-ua-platform: "Linux"
        Accept-Encoding: gzip, deflate, br, zstd
        Accept-Language: en-GB,en;q=0.9
        Connection: keep-alive
        """;

    /// <summary>Without the headers that are sent to potentially trustworthy URLs only.</summary>
    private const string ChromeRebound = """
        User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36
        Accept-Encoding: gzip, deflate
        Accept-Language: en-GB,en;q=0.9
        Connection: keep-alive
        """;

    private const string Firefox = """
        User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0
        Accept-Language: en-GB,en;q=0.5
        Accept-Encoding: gzip, deflate, br, zstd
        Connection: keep-alive
        """;

    /// <summary>Versions before 16.4 sent no Sec-Fetch-*.</summary>
    private const string OldSafari = """
        User-Agent: Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/15.6 Safari/605.1.15
        Accept-Language: en-GB,en;q=0.9
        Accept-Encoding: gzip, deflate
        Connection: keep-alive
        """;

    public static IReadOnlyDictionary<string, string> Requests { get; } = new Dictionary<string, string>
    {
        ["fetch with CORS, simple POST, Chrome"] = Post("127.0.0.1:PORT", Invocations, Chrome, "https://evil.example", Sent("cross-site", "cors", "empty")),
        ["fetch with CORS, simple POST, Firefox"] = Post("127.0.0.1:PORT", Invocations, Firefox, "https://evil.example", Sent("cross-site", "cors", "empty")),
        ["fetch without CORS, https, Chrome"] = Post("localhost:PORT", Invocations, Chrome, "null", Sent("cross-site", "no-cors", "empty")),
        ["fetch without CORS, https, Firefox"] = Post("localhost:PORT", Invocations, Firefox, "null", Sent("cross-site", "no-cors", "empty")),
        ["fetch without CORS, old Safari"] = Post("localhost:PORT", Invocations, OldSafari, "http://evil.example", ""),
        ["form as text, Chrome"] = Form(Chrome, "http://evil.example", Sent("cross-site", "navigate", "document")),
        ["form as text, Firefox"] = Form(Firefox, "http://evil.example", Sent("cross-site", "navigate", "document")),
        ["form as text, old Safari"] = Form(OldSafari, "http://evil.example", ""),
        ["fetch from another port of this machine, Chrome"] = Post("localhost:PORT", Invocations, Chrome, "http://localhost:3000", Sent("same-site", "cors", "empty")),
        ["fetch of a signed request, so first the question whether it may, Chrome"] = $"""
            OPTIONS / HTTP/1.1
            Host: 127.0.0.1:PORT
            Accept: */*
            Access-Control-Request-Method: POST
            Access-Control-Request-Headers: authorization,content-type,x-amz-date,x-amz-target
            Origin: https://evil.example
            {Sent("cross-site", "cors", "empty")}{Chrome}


            """,
        ["fetch after DNS rebinding, POST, Chrome"] = Post("evil.example:PORT", Invocations, ChromeRebound, "http://evil.example:PORT", ""),
        ["fetch after DNS rebinding, POST, Firefox"] = Post("evil.example:PORT", Invocations, Firefox, "http://evil.example:PORT", ""),
        ["fetch after DNS rebinding, GET, Chrome"] = Get("evil.example:PORT", "/stand-ins/user-api/users/1", ChromeRebound, "*/*", ""),
        ["fetch after DNS rebinding, secrets, Chrome"] = $"""
            POST / HTTP/1.1
            Host: evil.example:PORT
            Content-Length: 38
            Authorization: AWS4-HMAC-SHA256 Credential=x/20260101/us-east-1/secretsmanager/aws4_request, SignedHeaders=host;x-amz-date, Signature={new string('a', 64)}
            Content-Type: application/x-amz-json-1.1
            X-Amz-Date: 20260101T000000Z
            X-Amz-Target: secretsmanager.GetSecretValue
            Accept: */*
            Origin: http://evil.example:PORT
            Referer: http://evil.example:PORT/
            {ChromeRebound}

            {"{"}"SecretId":"genesys-lambdas/crm-api"{"}"}
            """,
        [Image + "Chrome"] = Get("127.0.0.1:PORT", Next, Chrome, "image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8", Sent("cross-site", "no-cors", "image")),
        [Image + "Firefox"] = Get("127.0.0.1:PORT", Next, Firefox, "image/avif,image/webp,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5", Sent("cross-site", "no-cors", "image")),
        [Image + "old Safari"] = Get("127.0.0.1:PORT", Next, OldSafari, "image/webp,image/avif,video/*;q=0.8,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5", ""),
        [Image + "at 0.0.0.0, which leads to loopback and is not trustworthy, Chrome"] = Get("0.0.0.0:PORT", Next, ChromeRebound, "image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8", ""),
        [Image + "after DNS rebinding, Firefox"] = Get("evil.example:PORT", Next, Firefox, "*/*", ""),
        [Image + "in fact its address in the address bar, Chrome"] = Get("127.0.0.1:PORT", Next, Chrome, "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8", Sent("none", "navigate", "document")),
    };

    public static TheoryData<string> All => [.. Requests.Keys];

    public static TheoryData<string> Images => [.. Requests.Keys.Where(name => name.StartsWith(Image, StringComparison.Ordinal))];

    private static string Sent(string site, string mode, string destination) => $"""
        Sec-Fetch-Site: {site}
        Sec-Fetch-Mode: {mode}
        Sec-Fetch-Dest: {destination}

        """;

    private static string Post(string host, string path, string browser, string origin, string metadata) => $$$"""
        POST {{{path}}} HTTP/1.1
        Host: {{{host}}}
        Content-Length: 32
        Content-Type: text/plain;charset=UTF-8
        Accept: */*
        Origin: {{{origin}}}
        {{{metadata}}}{{{browser}}}

        {"inputs":{"city_name":"Paris"}}
        """;

    /// <summary>A form field with the name <c>{"a":"</c> and the value <c>"}</c>, which makes JSON.</summary>
    private static string Form(string browser, string origin, string metadata) => $$$"""
        POST {{{Invocations}}} HTTP/1.1
        Host: 127.0.0.1:PORT
        Content-Length: 11
        Cache-Control: max-age=0
        Content-Type: text/plain
        Upgrade-Insecure-Requests: 1
        Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8
        Origin: {{{origin}}}
        {{{metadata}}}{{{browser}}}

        {"a":"="}

        """;

    private static string Get(string host, string path, string browser, string accept, string metadata) => $"""
        GET {path} HTTP/1.1
        Host: {host}
        Accept: {accept}
        {metadata}{browser}


        """;
}
