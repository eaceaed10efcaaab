using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using GenesysLambdas.Local.Emulator;
using GenesysLambdas.Tooling;

namespace GenesysLambdas.Local.Tests.Emulator;

public class FunctionProcessTests
{
    [Fact]
    public async Task A_process_serves_several_invocations()
    {
        await using var emulator = await TestEmulator.StartAsync("echoes");

        var first = await emulator.InvokeAsync("1");
        var second = await emulator.InvokeAsync("2");

        Assert.Equal("1", Text(first));
        Assert.Equal("2", Text(second));
        Assert.NotNull(first.InitDuration);
        Assert.Null(second.InitDuration);
        Assert.Single(emulator.ProcessIds);
    }

    [Fact]
    public async Task Concurrent_invocations_start_more_processes_up_to_the_limit()
    {
        await using var emulator = await TestEmulator.StartAsync("echoes", options => options with { MaxProcesses = 2 });

        var results = await Task.WhenAll(Enumerable.Range(0, 12).Select(number => emulator.InvokeAsync($"{number}")));

        Assert.Equal(Enumerable.Range(0, 12).Select(number => $"{number}"), results.Select(Text));
        await WaitForAsync(() => emulator.ProcessIds.Count() == 2);
        Assert.Equal(2, emulator.ProcessIds.Count());
    }

    [Fact]
    public async Task A_process_that_exits_at_once_fails_the_invocation()
    {
        await using var emulator = await TestEmulator.StartAsync("dies at once");

        var result = await emulator.InvokeAsync();

        Assert.Equal("Unhandled", result.FunctionError);
        Assert.Equal(
            $$"""{"errorType":"Runtime.ExitError","errorMessage":"RequestId: {{result.RequestId}} Error: Runtime exited with error: exit status 3"}""",
            Text(result));
        Assert.Contains("I cannot live", emulator.Log);
    }

    [Fact]
    public async Task Every_invocation_of_a_function_that_cannot_start_fails()
    {
        await using var emulator = await TestEmulator.StartAsync("dies at once", options => options with { MaxProcesses = 2 });

        var results = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => emulator.InvokeAsync()));

        Assert.All(results, result => Assert.Contains("Runtime.ExitError", Text(result), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_process_that_exits_silently_fails_the_invocation()
    {
        await using var emulator = await TestEmulator.StartAsync("ends without a word");

        Assert.Contains("Runtime exited without providing a reason", Text(await emulator.InvokeAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_that_dies_is_replaced()
    {
        await using var emulator = await TestEmulator.StartAsync("dies with its second event");

        await emulator.InvokeAsync("1");
        var second = await emulator.InvokeAsync("2");
        var third = await emulator.InvokeAsync("3");

        Assert.Contains("exit status 7", Text(second), StringComparison.Ordinal);
        Assert.Equal("3", Text(third));
        Assert.Equal(2, emulator.ProcessIds.Count());
    }

    [Fact]
    public async Task A_startup_error_is_returned()
    {
        await using var emulator = await TestEmulator.StartAsync("fails to start");

        var result = await emulator.InvokeAsync();

        Assert.Equal("Unhandled", result.FunctionError);
        Assert.Equal("HandlerNotFound", (string?)JsonNode.Parse(Text(result))!["errorType"]);
    }

    [Fact]
    public async Task A_process_that_never_answers_is_killed_at_the_timeout()
    {
        await using var emulator = await TestEmulator.StartAsync("never answers", options => options with { Timeout = TimeSpan.FromSeconds(2) });

        var result = await emulator.InvokeAsync();

        Assert.EndsWith("Task timed out after 2.00 seconds\"}", Text(result), StringComparison.Ordinal);
        await AssertEndsAsync(emulator.ProcessIds.Single());
    }

    [Fact]
    public async Task A_process_that_never_asks_for_an_event_is_killed()
    {
        await using var emulator = await TestEmulator.StartAsync("never asks", options => options with { Timeout = TimeSpan.FromSeconds(2) });

        var result = await emulator.InvokeAsync();

        Assert.EndsWith("Task timed out after 2.00 seconds\"}", Text(result), StringComparison.Ordinal);
        await AssertEndsAsync(emulator.ProcessIds.Single());
    }

    [Theory]
    [InlineData("echoes")]
    [InlineData("never answers")]
    public async Task No_process_outlives_the_emulator(string behaviour)
    {
        var emulator = await TestEmulator.StartAsync(behaviour);
        var invocation = emulator.InvokeAsync();
        await WaitForAsync(() => emulator.ProcessIds.Any());
        var process = Assert.Single(emulator.ProcessIds);

        await emulator.DisposeAsync();

        Assert.False(IsRunning(process));
        await WaitForAsync(() => invocation.IsCompleted);
        Assert.True(invocation.IsCompleted);
    }

    [Fact]
    public async Task A_missing_program_is_an_error_that_names_it()
    {
        await using var emulator = await TestEmulator.StartAsync("echoes", options => options with { Executable = new FunctionExecutable("/no/such/program", []) });

        var exception = await Assert.ThrowsAsync<ToolException>(() => emulator.InvokeAsync());

        Assert.Contains("/no/such/program", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_has_Lambdas_environment_and_the_stand_ins_addresses()
    {
        await using var emulator = await TestEmulator.StartAsync("tells its environment");
        var endpoint = emulator.Emulator.Endpoint;

        var environment = JsonNode.Parse(Text(await emulator.InvokeAsync()))!;

        Assert.Equal("LookUpWeather", (string?)environment["ANNOTATIONS_HANDLER"]);
        Assert.StartsWith($"{endpoint.Authority}/CurrentWeatherFunction", (string?)environment["AWS_LAMBDA_RUNTIME_API"], StringComparison.Ordinal);
        Assert.Equal("CurrentWeatherFunction", (string?)environment["AWS_LAMBDA_FUNCTION_NAME"]);
        Assert.Equal("$LATEST", (string?)environment["AWS_LAMBDA_FUNCTION_VERSION"]);
        Assert.Equal("us-east-1", (string?)environment["AWS_REGION"]);
        Assert.Equal($"http://{endpoint.Authority}", (string?)environment["AWS_ENDPOINT_URL_SECRETS_MANAGER"]);
        Assert.Equal($"{endpoint}stand-ins/weather-api", (string?)environment["WEATHER_API_BASE_URL"]);
        Assert.Equal("genesys-lambdas/weather-api", (string?)environment["WEATHER_API_SECRET_ID"]);
        Assert.Null(environment["USER_API_SECRET_ID"]);
    }

    private static string Text(InvocationResult result) => Encoding.UTF8.GetString(result.Payload.Span);

    private static async Task AssertEndsAsync(int processId)
    {
        await WaitForAsync(() => !IsRunning(processId));
        Assert.False(IsRunning(processId));
    }

    private static async Task WaitForAsync(Func<bool> condition)
    {
        for (var started = Stopwatch.GetTimestamp(); !condition() && Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(20);)
        {
            await Task.Delay(20);
        }
    }

    private static bool IsRunning(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
