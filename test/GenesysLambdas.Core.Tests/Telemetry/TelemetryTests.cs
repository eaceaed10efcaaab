using System.Text.Json;
using GenesysLambdas.Core.Requests;
using GenesysLambdas.Core.Settings;
using GenesysLambdas.Lookups;
using GenesysLambdas.Testing;

namespace GenesysLambdas.Core.Tests.Telemetry;

public sealed class TelemetryTests
{
    [Fact]
    public async Task A_success_is_logged_with_its_ids_phases_and_metrics()
    {
        await using var api = new ScriptedApi(Reply.Ok("""{"data":{}}"""));
        using var function = new TestFunction("customer-profile", api.BaseUrl).Secret("hunter2");

        await function.SendAsync("""{"requestId":"r-1","data":{"customer_id":"1"},"metadata":{"conversationId":"a5f1c7de-6f0b-4f3e-8f0a-2b8f5f1d9c33","correlationId":"0D3B6E22-1111-4222-8333-944455566677"}}""");

        var line = Assert.Single(function.LogLines);
        Assert.Equal(
            ("INFO", "success", "customer-profile", "r-1", "a5f1c7de-6f0b-4f3e-8f0a-2b8f5f1d9c33", "0d3b6e22-1111-4222-8333-944455566677", 200, 1, true),
            (line.Text("level"), line.Text("outcome"), line.Text("Lookup"), line.Text("callerRequestId"), line.Text("conversationId"), line.Text("correlationId"),
                line.GetProperty("statusCode").GetInt32(), line.GetProperty("attempts").GetInt32(), line.Flag("coldStart")));
        Assert.Equal((new TestLambdaContext().AwsRequestId, new TestLambdaContext().TraceId), (line.Text("requestId"), line.Text("traceId")));
        Assert.Equal(1, line.GetProperty("ColdStart").GetInt32());
        Assert.InRange(line.GetProperty("ExternalApiDuration").GetDouble(), 0.001, line.GetProperty("Duration").GetDouble());
        Assert.InRange(line.GetProperty("secretMs").GetDouble(), 0, line.GetProperty("Duration").GetDouble());
    }

    [Fact]
    public async Task A_failure_is_logged_with_its_errorCode_and_the_type_of_its_exception()
    {
        using var function = new TestFunction("user-lookup");

        await function.InvokeAsync(new { user_id = "1" });

        var line = Assert.Single(function.LogLines);
        Assert.Equal(("ERROR", "failure", "ExternalApiError", 502), (line.Text("level"), line.Text("outcome"), line.Text("ErrorCode"), line.GetProperty("statusCode").GetInt32()));
        Assert.Contains("System.Net.Http.HttpRequestException", line.GetProperty("causes").EnumerateArray().Select(cause => cause.GetString()));
    }

    [Fact]
    public async Task An_attempt_that_the_deadline_ends_counts_as_time_in_the_API()
    {
        await using var api = new ScriptedApi(Reply.Never);
        using var function = new TestFunction("user-lookup", api.BaseUrl).With("USER_API_TIMEOUT_MS", "60000");

        await function.InvokeAsync(new { user_id = "1" }, new TestLambdaContext { RemainingTime = TimeSpan.FromSeconds(0.8) });

        var line = Assert.Single(function.LogLines);
        Assert.Equal("deadline", line.Text("reason"));
        Assert.InRange(line.GetProperty("ExternalApiDuration").GetDouble(), line.GetProperty("Duration").GetDouble() / 4, line.GetProperty("Duration").GetDouble());
        Assert.False(line.TryGetProperty("stackTrace", out _));
    }

    [Fact]
    public async Task Only_the_first_invocation_is_a_cold_start()
    {
        using var function = new TestFunction("user-lookup");

        await function.SendAsync("{}");
        await function.SendAsync("{}");

        Assert.Equal([true, false], function.LogLines.Select(line => line.Flag("coldStart")));
    }

    [Theory]
    [InlineData("Jane Doe")]
    [InlineData("+15551234567")]
    [InlineData("jane@example.com")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123456789")]
    [InlineData("a\\u0062")]
    public async Task What_does_not_look_like_an_id_is_not_logged_as_one(string id)
    {
        using var function = new TestFunction("user-lookup");

        await function.SendAsync($$$"""{"conversationId":"{{{id}}}","requestId":"{{{id}}}","inputs":{"conversationId":"{{{id}}}","correlationId":7}}""");

        var line = Assert.Single(function.LogLines);
        Assert.False(line.TryGetProperty("conversationId", out _) || line.TryGetProperty("callerRequestId", out _) || line.TryGetProperty("correlationId", out _));
    }

    [Fact]
    public async Task Answers_even_if_nobody_reads_the_log()
    {
        using var log = new BrokenPipe();
        var host = new LookupHost(new SettingsReader(_ => null), _ => throw new NotSupportedException(), TimeProvider.System, log);

        var answer = await new UserLookup(host).LookUpUser(LookupRequest.Parse("{}"u8.ToArray()), new TestLambdaContext());

        using var written = new MemoryStream();
        new LookupSerializer().Serialize(answer, written);
        Assert.Equal("ValidationError", JsonDocument.Parse(written.ToArray()).RootElement.Text("errorCode"));
        Assert.True(log.IsWrittenTo);
    }

    [Fact]
    public async Task Answers_even_if_the_log_blocks()
    {
        using var log = new FullPipe();
        var host = new LookupHost(new SettingsReader(_ => null), _ => throw new NotSupportedException(), TimeProvider.System, log);
        var lookup = new UserLookup(host);

        for (var i = 0; i < 3; i++)
        {
            await lookup.LookUpUser(LookupRequest.Parse("{}"u8.ToArray()), new TestLambdaContext()).WaitAsync(TimeSpan.FromSeconds(30));
        }
    }

    private sealed class FullPipe : MemoryStream
    {
        private readonly ManualResetEventSlim _read = new();

        public override void Write(ReadOnlySpan<byte> buffer) => _read.Wait();

        protected override void Dispose(bool disposing)
        {
            _read.Set();
            base.Dispose(disposing);
        }
    }

    private sealed class BrokenPipe : MemoryStream
    {
        public bool IsWrittenTo { get; private set; }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            IsWrittenTo = true;
            throw new IOException("Broken pipe");
        }
    }
}
