using System.IO.Compression;
using static GenesysLambdas.Testing.Faults.Asked;

namespace GenesysLambdas.Testing.Faults;

/// <summary>Every fault that lookups are tested against.</summary>
public static class FaultTable
{
    private const string Error = "ExternalApiError";
    private const string Timeout = "ExternalApiTimeout";
    private const string Throttled = "ExternalApiThrottled";
    private const string Unauthorized = "ExternalApiUnauthorized";
    private const string Chunked = "Transfer-Encoding: chunked";
    private const int TenMegabytes = 10 * 1024 * 1024;

    private static readonly byte[] Bomb = Gzip(new byte[TenMegabytes]);

    public static IReadOnlyList<ApiFault> All { get; } =
    [
        // It takes too long.
        new("no reply", Timeout, _ => Reply.Never),
        new("a head of a byte a second", Timeout, asked => Reply.Drip("", Head($"Content-Length: {asked.Json.Length}") + asked.Json)),
        new("a body of a byte a second", Timeout, asked => Reply.Drip(Head($"Content-Length: {asked.Json.Length}"), asked.Json)),
        new("a head without a body", Timeout, asked => Reply.RawThenSilence(Head($"Content-Length: {asked.Json.Length}"))),
        new("a body shorter than its Content-Length", Timeout, asked => Reply.RawThenSilence(Head($"Content-Length: {asked.Json.Length + 1}") + asked.Json)),
        new("chunks without an end", Timeout, asked => Reply.RawThenSilence(Head(Chunked) + Chunk(asked.Json))),

        // It closes the connection early.
        new("a reset", Error, _ => Reply.Reset),
        new("a reset within the head", Error, _ => Reply.RawThenReset("HTTP/1.1 200 OK\r\nContent-")),
        new("a reset within the body", Error, asked => Reply.RawThenReset(Head($"Content-Length: {asked.Json.Length}") + asked.Half)),
        new("an end without a reply", Error, _ => Reply.Raw("")),
        new("an end within the head", Error, _ => Reply.Raw("HTTP/1.1 200 OK\r\nContent-")),
        new("an end within the body", Error, asked => Reply.Half(asked.Json)),
        new("an end within the chunks", Error, asked => Reply.Raw(Head(Chunked) + Chunk(asked.Half))),

        // It does not reply in HTTP.
        new("no HTTP", Error, _ => Reply.Raw("220 smtp.example ESMTP\r\n\r\n")),
        new("a Content-Length that is not a number", Error, asked => Reply.Raw(Head("Content-Length: many") + asked.Half)),
        new("a body longer than its Content-Length", Error, asked => Reply.Raw(Head($"Content-Length: {asked.Half.Length}") + asked.Json)),
        new("two Content-Lengths", Error, asked =>
            Reply.RawAndOpen(Head($"Content-Length: {asked.Json.Length}\r\nContent-Length: {asked.Json.Length + 1}") + asked.Json)),
        new("a Content-Length and chunks", Error, asked =>
            Reply.RawAndOpen(Head($"Content-Length: {asked.Json.Length}\r\n{Chunked}") + Chunk(asked.Json) + "0\r\n\r\n")),
        new("a chunk whose length is not a number", Error, asked => Reply.Raw(Head(Chunked) + $"many\r\n{asked.Json}\r\n0\r\n\r\n")),
        new("a chunk longer than its length", Error, asked => Reply.Raw(Head(Chunked) + $"1\r\n{asked.Json}\r\n0\r\n\r\n")),
        new("a header line without an end", Error, _ => Reply.Endless("HTTP/1.1 200 OK\r\nX-Long: ", new string('x', 1024))),
        new("header lines without an end", Error, _ => Reply.Endless("HTTP/1.1 200 OK\r\n", $"X-Many: {new string('x', 1024)}\r\n")),
        new("100 Continue forever", Error, _ => Reply.Endless("", string.Concat(Enumerable.Repeat("HTTP/1.1 100 Continue\r\n\r\n", 40)))),

        // It is too large.
        new("10 MB", Error, _ => Reply.Body(new byte[TenMegabytes])),
        new("a body without an end", Error, _ => Reply.Endless(Head(), new string('[', 4096))),
        new("a chunked body without an end", Error, _ => Reply.Endless(Head(Chunked), Chunk(new string('[', 4096)))),
        new("a gzip bomb", Error, _ => Reply.Body(Bomb, "Content-Encoding: gzip")),

        // It is not the expected JSON.
        new("an empty body", Error, _ => Reply.Ok("")),
        new("HTML", Error, _ => Reply.Ok("<!DOCTYPE html><title>Please log in</title>")),
        new("half of the JSON", Error, asked => Reply.Ok(asked.Half)),
        new("bytes that are not UTF-8", Error, asked => Reply.Raw(Head() + "{\"\xFF\xC0\x80" + asked.Json[2..])),
        new("null", Error, _ => Reply.Ok("null")),
        new("an array", Error, _ => Reply.Ok("[]")),
        new("100 levels", Error, _ => Reply.Ok(string.Concat(Enumerable.Repeat("{\"data\":", 100)) + "1" + new string('}', 100))),

        // It redirects.
        new("301 to another host", Error, asked => Redirect(301, asked)),
        new("302 to another host", Error, asked => Redirect(302, asked)),
        new("307 to another host", Error, asked => Redirect(307, asked)),
        new("308 to another host", Error, asked => Redirect(308, asked)),

        // It returns an error status.
        new("400", Error, _ => Reply.Status(400)),
        new("401", Unauthorized, _ => Reply.Status(401), IsRemembered: true),
        new("403", Unauthorized, _ => Reply.Status(403)),
        new("404", Error, _ => Reply.Status(404)),
        new("408", Error, _ => Reply.Status(408)),
        new("409", Error, _ => Reply.Status(409)),
        new("418", Error, _ => Reply.Status(418)),
        new("429", Throttled, _ => Reply.Status(429), IsRemembered: true),
        new("429 for an hour", Throttled, _ => Reply.Status(429, "", "Retry-After: 3600"), IsRemembered: true),
        new("500", Error, _ => Reply.Status(500)),
        new("502", Error, _ => Reply.Status(502, "<html>Bad gateway</html>")),
        new("503", Error, _ => Reply.Status(503, "", "Retry-After: 3600"), IsRemembered: true),
        new("504", Error, _ => Reply.Status(504)),
        new("599", Error, _ => Reply.Status(599)),
    ];

    public static ApiFault Named(string name) => All.Single(fault => fault.Name == name);

    private static Reply Redirect(int status, Asked asked) => Reply.Status(status, "", $"Location: {asked.Elsewhere}/stolen");

    private static byte[] Gzip(byte[] content)
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.SmallestSize))
        {
            gzip.Write(content);
        }

        return zipped.ToArray();
    }
}
