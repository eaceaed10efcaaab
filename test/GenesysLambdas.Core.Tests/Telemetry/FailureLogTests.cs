using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using GenesysLambdas.Testing;
using GenesysLambdas.Testing.Certificates;
using GenesysLambdas.Testing.Faults;

namespace GenesysLambdas.Core.Tests.Telemetry;

/// <summary>What the log distinguishes where the flow gets the same answer.</summary>
public sealed class FailureLogTests
{
    public static TheoryData<string, string> RepliesAndReasons => new()
    {
        { "SSH-2.0-OpenSSH_9.6\r\n\r\n", "not-http" },
        { $"HTTP/1.1 200 OK\r\nX-Large: {new string('x', 100_000)}\r\n\r\n", "too-large" },
        { "HTTP/1.1 200 OK\r\nContent-Length: 2000000\r\n\r\n", "too-large" },
        { "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n<html>", "not-json" },
        { "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", "not-json" },
        { "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]", "unusable-reply" },
        { "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nnull", "unusable-reply" },
        { "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{", "broken-off" },
        { "", "broken-off" },
    };

    [Theory]
    [InlineData(302)]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(407)]
    [InlineData(429)]
    [InlineData(500)]
    public async Task An_error_status_is_logged(int status)
    {
        await using var api = new ScriptedApi(Reply.Status(status));

        var line = await FailAsync(api.BaseUrl);

        Assert.Equal(("error-status", status), (line.Text("reason"), line.GetProperty("externalStatus").GetInt32()));
    }

    [Theory]
    [MemberData(nameof(RepliesAndReasons))]
    public async Task Logs_what_is_wrong_with_an_unusable_reply(string reply, string reason)
    {
        await using var api = new ScriptedApi(Reply.Raw(reply));

        AssertReason(reason, await FailAsync(api.BaseUrl));
    }

    [Fact]
    public async Task Logs_a_closed_port()
    {
        await using var api = new ScriptedApi(_ => Reply.Never, listens: false);

        AssertReason("connection-refused", await FailAsync(api.BaseUrl));
    }

    // RFC 6761, section 6.4: a name under .invalid does not exist.
    [Fact]
    public async Task A_name_that_does_not_resolve_is_logged() => AssertReason("unknown-host", await FailAsync("https://no-such-host.invalid"));

    [Fact]
    public async Task A_connection_that_is_reset_is_logged()
    {
        await using var api = new ScriptedApi(Reply.Reset);

        AssertReason("connection-reset", await FailAsync(api.BaseUrl));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_certificate_that_is_not_trusted_is_logged_whatever_host_it_names(bool ownName)
    {
        using var certificate = ownName ? TestCertificate.ForLoopback() : TestCertificate.ForAnotherHost();
        await using var api = new ScriptedApi(Reply.Ok("{}")) { Certificate = certificate };

        AssertReason("tls", await FailAsync(api.BaseUrl));
    }

    [Fact]
    public async Task Logs_plain_HTTP_in_place_of_TLS()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = AnswerInPlainHttpAsync(listener);

        AssertReason("tls", await FailAsync($"https://{listener.LocalEndpoint}"));
        await serving;
    }

    [Fact]
    public async Task Logs_a_slow_TLS_handshake_as_a_connection_that_timed_out()
    {
        // Speaks no TLS, and waits for more of what it takes for a request.
        await using var api = new ScriptedApi(Reply.Never);

        AssertReason("connect-timed-out", await FailAsync(api.BaseUrl.Replace("http:", "https:", StringComparison.Ordinal), timeoutMs: 60_000));
    }

    [Fact]
    public async Task The_log_distinguishes_an_attempts_time_out_from_the_deadline()
    {
        await using var api = new ScriptedApi(Reply.Never);

        AssertReason("attempt-timed-out", await FailAsync(api.BaseUrl, timeoutMs: 100));
        AssertReason("deadline", await FailAsync(api.BaseUrl, context: new() { RemainingTime = TimeSpan.FromMilliseconds(700) }));
    }

    [Theory]
    // Not a refusal: that of a token fetched ahead may already be cached.
    [InlineData("HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n", "error-status")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", "unusable-reply")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{", "broken-off")]
    [InlineData("SSH-2.0-OpenSSH_9.6\r\n\r\n", "not-http")]
    public async Task The_token_endpoint_is_distinguished_from_the_API_by_the_name_of_its_setting(string reply, string reason)
    {
        await using var api = new ScriptedApi(request => HealthyApi.IsForToken(request) ? Reply.Raw(reply) : Reply.Status(500));
        using var function = new TestFunction("contact-by-phone", api.BaseUrl).Secret(HealthyApi.Secret).With("GENESYS_API_MAX_ATTEMPTS", "1");

        await function.InvokeAsync(ExampleInputs.Of("contact-by-phone"));

        var line = Assert.Single(function.LogLines);
        Assert.Equal((reason, "GENESYS_TOKEN_URL"), (line.Text("reason"), line.Text("subject")));
    }

    [Fact]
    public async Task Inputs_are_logged_by_their_names_in_the_contract()
    {
        using var function = new TestFunction("customer-profile");

        await function.InvokeAsync(new { locale = "Jane Doe" });
        await function.SendAsync("""{"Jane-Doe":1,"Jane-Doe":2}""");

        Assert.Equal(
            [("input-missing", "customer_id, locale"), ("request-unreadable", null)],
            function.LogLines.Select(line => (line.Text("reason"), line.TryGetProperty("subject", out var subject) ? subject.GetString() : null)));
        Assert.DoesNotContain("Jane", function.Log, StringComparison.Ordinal);
    }

    private static async Task<JsonElement> FailAsync(string baseUrl, int timeoutMs = 60_000, TestLambdaContext? context = null)
    {
        using var function = new TestFunction("user-lookup", baseUrl).With("USER_API_MAX_ATTEMPTS", "1").With("USER_API_TIMEOUT_MS", $"{timeoutMs}");
        await function.InvokeAsync(new { user_id = "1" }, context);
        return Assert.Single(function.LogLines);
    }

    private static void AssertReason(string reason, JsonElement line)
    {
        Assert.Equal(("failure", reason), (line.Text("outcome"), line.Text("reason")));
        Assert.False(line.TryGetProperty("externalStatus", out _));
    }

    // As web servers do with a handshake on their plain port.
    private static async Task AnswerInPlainHttpAsync(TcpListener listener)
    {
        // Once as the function starts, and once for its request.
        for (var connection = 0; connection < 2; connection++)
        {
            using var client = await listener.AcceptTcpClientAsync();
            var stream = client.GetStream();
            _ = await stream.ReadAsync(new byte[16 * 1024]);
            await stream.WriteAsync("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n"u8.ToArray());
        }
    }
}
