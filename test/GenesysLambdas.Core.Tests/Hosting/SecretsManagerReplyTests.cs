using System.IO.Compression;
using System.Text.Json;
using GenesysLambdas.Testing;
using GenesysLambdas.Testing.Hosting;

namespace GenesysLambdas.Core.Tests.Hosting;

/// <summary>A Secrets Manager that sends more than a secret, to the real executable.</summary>
public sealed class SecretsManagerReplyTests
{
    private const string Head = "HTTP/1.1 200 OK\r\nContent-Type: application/x-amz-json-1.1\r\n";
    private const int Large = 2 * 1024 * 1024;

    // What AWS documents as the longest value (docs.aws.amazon.com/secretsmanager/latest/userguide/reference_limits.html).
    private const int LongestSecret = 65_536;

    private static readonly Dictionary<string, Reply> LargeReplies = new(StringComparer.Ordinal)
    {
        ["with its length"] = Reply.Ok(Secret(Large)),
        ["of a length that never comes"] = Reply.RawThenSilence($"{Head}Content-Length: 400000000\r\n\r\n{{"),
        ["without a length"] = Reply.Endless($"{Head}Connection: close\r\n\r\n{{\"SecretString\":\"", new string('x', 1000)),
        ["chunked"] = Reply.Endless($"{Head}Transfer-Encoding: chunked\r\n\r\n", $"3E8\r\n{new string(' ', 1000)}\r\n"),
        ["of an error"] = Reply.Endless("HTTP/1.1 400 Bad Request\r\nTransfer-Encoding: chunked\r\n\r\n", $"3E8\r\n{new string(' ', 1000)}\r\n"),
        ["of a passing error"] = Reply.Endless("HTTP/1.1 503 Service Unavailable\r\nTransfer-Encoding: chunked\r\n\r\n", $"3E8\r\n{new string(' ', 1000)}\r\n"),
        ["in one header"] = Reply.Status(200, Secret(8), $"X-Long: {new string('x', 100_000)}"),
        ["in many headers"] = Reply.Endless("HTTP/1.1 200 OK\r\n", "X-Again: 1\r\n"),
        ["in its trailers"] = Reply.Endless($"{Head}Transfer-Encoding: chunked\r\n\r\n2\r\n{{}}\r\n0\r\n", "X-Again: 1\r\n"),
    };

    public static TheoryData<string> Replies => [.. LargeReplies.Keys];

    [Theory]
    [MemberData(nameof(Replies))]
    public async Task A_reply_too_large_to_be_a_secret_is_a_ConfigurationError_at_once(string reply)
    {
        await using var secretsManager = new ScriptedApi(LargeReplies[reply]);

        var answer = await AnswerAsync(secretsManager, "http://127.0.0.1:9");

        Assert.Equal("ConfigurationError", answer.Text("errorCode"));
        Assert.Equal(
            "The secret named by CUSTOMER_API_SECRET_ID could not be read because Secrets Manager's reply is too large to be a secret",
            answer.Text("errorMessage")!.TrimEnd('.'));
        // One while the function starts and one for the event; neither is retried.
        Assert.InRange(secretsManager.Requests.Count, 1, 2);
    }

    [Fact]
    public async Task Compressed_bytes_are_not_inflated()
    {
        using var bomb = new MemoryStream();
        using (var gzip = new GZipStream(bomb, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(new byte[400_000_000]);
        }

        Assert.SkipWhen(bomb.Length > 1024 * 1024 * 4, "It does not compress well enough.");
        await using var secretsManager = new ScriptedApi(Reply.Body(bomb.ToArray(), "Content-Encoding: gzip"));

        Assert.Equal("ConfigurationError", (await AnswerAsync(secretsManager, "http://127.0.0.1:9")).Text("errorCode"));
    }

    [Fact]
    public async Task The_longest_secret_is_read_even_if_all_of_it_is_escaped()
    {
        await using var secretsManager = new ScriptedApi(Reply.Ok($"{{\"SecretString\":\"{string.Concat(Enumerable.Repeat("\\u0061", LongestSecret))}\"}}"));
        await using var api = new ScriptedApi(request =>
            request["Authorization"]!.Length > LongestSecret ? Reply.Ok("""{"data":{"name":"Ana"}}""") : Reply.Status(401));

        Assert.Equal("Ana", (await AnswerAsync(secretsManager, api.BaseUrl)).Text("customer_name"));
    }

    private static async Task<JsonElement> AnswerAsync(ScriptedApi secretsManager, string api)
    {
        await using var server = new RuntimeApiServer().Enqueue("""{"customer_id":"1"}""");
        using var function = new HostedUserLookup(
            server,
            ("ANNOTATIONS_HANDLER", "LookUpCustomerProfile"),
            ("CUSTOMER_API_BASE_URL", api),
            ("CUSTOMER_API_SECRET_ID", "the-secret"),
            ("AWS_ENDPOINT_URL_SECRETS_MANAGER", secretsManager.BaseUrl),
            ("AWS_REGION", "eu-central-1"),
            ("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE"),
            ("AWS_SECRET_ACCESS_KEY", "secret"));
        return JsonDocument.Parse((await server.PostedAsync()).Body).RootElement;
    }

    private static string Secret(int length) => $"{{\"SecretString\":\"{new string('x', length)}\"}}";
}
