using System.Text;
using System.Text.Json;
using GenesysLambdas.Cli;
using GenesysLambdas.Local.Emulator;
using GenesysLambdas.Local.SecretsManager;
using GenesysLambdas.Local.Server;
using GenesysLambdas.Publishing.Platform;
using GenesysLambdas.Testing;
using GenesysLambdas.Testing.EndToEnd;

namespace GenesysLambdas.Tests.EndToEnd;

/// <summary>The real executable as its own process, against the runtime API, Secrets Manager's protocol and HTTP.</summary>
public sealed class FunctionTests
{
    [Fact]
    public async Task A_process_keeps_answering_after_events_that_are_not_requests()
    {
        await using var emulator = await EmulatorFixture.StartAsync();
        string[] payloads = ["null", "[]", "\"text\"", "{}", new string('[', 500) + new string(']', 500), """{"a":1,"a":2}"""];

        foreach (var payload in payloads)
        {
            var answer = EmulatorFixture.Answer(await InvokeAsync(emulator, "current-weather", payload));
            Assert.Equal("ValidationError", answer.Text("errorCode"));
        }

        var result = await InvokeAsync(emulator, "current-weather", """{"inputs":{"city_name":"Paris"}}""");
        Assert.Equal("Clear sky", EmulatorFixture.Answer(result).GetProperty("result").Text("condition"));
        Assert.Null(result.InitDuration);
    }

    [Fact]
    public async Task A_token_rotated_in_Secrets_Manager_heals_within_the_call()
    {
        await using var emulator = await EmulatorFixture.StartAsync();
        var request = """{"inputs":{"customer_id":"12345"}}""";
        Assert.Equal("John Doe", EmulatorFixture.Answer(await InvokeAsync(emulator, "customer-profile", request)).GetProperty("result").Text("customer_name"));

        emulator.Secrets.Put("genesys-lambdas/customer-api", new SecretValue("a-new-token"));

        Assert.Equal("John Doe", EmulatorFixture.Answer(await InvokeAsync(emulator, "customer-profile", request)).GetProperty("result").Text("customer_name"));
    }

    [Fact]
    public async Task A_rotation_by_stages_heals_within_the_call()
    {
        await using var emulator = await EmulatorFixture.StartAsync();
        const string secret = "genesys-lambdas/customer-api";
        var request = """{"inputs":{"customer_id":"12345"}}""";
        async Task<string?> NameAsync() =>
            EmulatorFixture.Answer(await InvokeAsync(emulator, "customer-profile", request)).GetProperty("result").Text("customer_name");
        Assert.Equal("John Doe", await NameAsync());

        var before = emulator.Secrets.Get(secret).Version.Id;
        var pending = emulator.Secrets.Put(secret, new SecretValue("a-new-token"), stages: ["AWSPENDING"]).Version.Id;
        Assert.Equal("John Doe", await NameAsync());
        emulator.Secrets.Use(secret, stored =>
        {
            stored.ChangeStage("AWSCURRENT", from: before, to: pending);
            return stored;
        });

        Assert.Equal("John Doe", await NameAsync());
        Assert.Equal("a-new-token", emulator.Secrets.Get(secret).Version.Value.Text);
    }

    [Fact]
    public async Task Another_API_does_not_get_the_stand_ins_secret()
    {
        await using var api = new ScriptedApi(Reply.Ok("""{"data":{"name":"Somebody Else"}}"""));
        await using var emulator = await EmulatorFixture.StartAsync(("CUSTOMER_API_BASE_URL", api.BaseUrl));

        var answer = EmulatorFixture.Answer(await InvokeAsync(emulator, "customer-profile", """{"customer_id":"1"}"""));

        Assert.Equal("Somebody Else", answer.Text("customer_name"));
        Assert.Null(api.Request["Authorization"]);
        Assert.StartsWith("Root=", api.Request["X-Amzn-Trace-Id"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answer_leaves_before_the_functions_own_time_out()
    {
        await using var api = new ScriptedApi(Reply.Never);
        await using var emulator = await LocalServer.StartAsync(new LocalServerOptions
        {
            Names = ThisSuite.Value.Names,
            Contracts = LookupRegistry.Contracts,
            StandIns = ThisSuite.Value.StandIns,
            Executable = ThisSuite.Value.Executable(),
            Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["USER_API_BASE_URL"] = api.BaseUrl, ["USER_API_TIMEOUT_MS"] = "60000", ["DEADLINE_RESERVE_MS"] = "2500" },
            Timeout = TimeSpan.FromSeconds(5),
        });

        var answer = EmulatorFixture.Answer(await InvokeAsync(emulator, "user-lookup", """{"user_id":"1"}"""));

        Assert.Equal("ExternalApiTimeout", answer.Text("errorCode"));
    }

    [Theory]
    [InlineData("Text")]
    [InlineData("JSON")]
    public async Task Each_invocation_is_one_JSON_line_on_standard_output_in_either_log_format(string format)
    {
        var lines = new List<string>();
        await using (var emulator = await LocalServer.StartAsync(new LocalServerOptions
        {
            Names = ThisSuite.Value.Names,
            Contracts = LookupRegistry.Contracts,
            StandIns = ThisSuite.Value.StandIns,
            Executable = ThisSuite.Value.Executable(),
            Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["AWS_LAMBDA_LOG_FORMAT"] = format },
            Timeout = TimeSpan.FromSeconds(60),
            Log = (_, line) =>
            {
                lock (lines)
                {
                    lines.Add(line);
                }
            },
        }))
        {
            await InvokeAsync(emulator, "user-lookup", """{"inputs":{"user_id":"1","conversationId":"a5f1c7de-6f0b-4f3e-8f0a-2b8f5f1d9c33"}}""");
            await InvokeAsync(emulator, "user-lookup", """{"inputs":{}}""");
        }

        var records = lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["Lookup answered", "Lookup rejected"], records.Select(record => record.Text("message")));
        Assert.Equal("a5f1c7de-6f0b-4f3e-8f0a-2b8f5f1d9c33", records[0].Text("conversationId"));
        Assert.Equal([true, false], records.Select(record => record.Flag("coldStart")));
    }

    private static Task<InvocationResult> InvokeAsync(LocalServer emulator, string lookup, string payload) =>
        emulator.InvokeAsync(lookup, Encoding.UTF8.GetBytes(payload));
}
