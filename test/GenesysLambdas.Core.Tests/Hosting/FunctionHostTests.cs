using System.Text.Json;
using GenesysLambdas.Core.Hosting;
using GenesysLambdas.Testing;
using GenesysLambdas.Testing.Hosting;

namespace GenesysLambdas.Core.Tests.Hosting;

public sealed class FunctionHostTests
{
    [Theory]
    [InlineData("LookUpUsr", "ANNOTATIONS_HANDLER is 'LookUpUsr'; it must be one of: ")]
    [InlineData("", "ANNOTATIONS_HANDLER is not set; it must be one of: ")]
    public async Task An_unknown_handler_is_an_init_error_that_lists_the_valid_names(string name, string message)
    {
        await using var server = new RuntimeApiServer();
        using var function = new HostedUserLookup(server, ("ANNOTATIONS_HANDLER", name));

        var error = await server.PostedAsync();
        var (exitCode, _, output) = await function.ExitAsync();

        Assert.EndsWith("/runtime/init/error", error.Path, StringComparison.Ordinal);
        Assert.StartsWith(message, Message(error), StringComparison.Ordinal);
        Assert.All(LookupRegistry.Contracts, lookup => Assert.Matches($@"\b{lookup.Method}\b", Message(error)));
        Assert.Equal(1, exitCode);
        Assert.Contains(Message(error), output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_function_that_cannot_be_created_is_an_init_error_with_exit_code_1()
    {
        await using var server = new RuntimeApiServer();
        var functions = new Dictionary<string, Func<LookupHost, LookupFunction>>(StringComparer.Ordinal) { ["LookUp"] = _ => throw new InvalidOperationException("Cannot start.") };

        Assert.Equal(1, await FunctionHost.RunAsync(functions, "LookUp", server.Endpoint));

        var error = await server.PostedAsync();
        Assert.EndsWith("/runtime/init/error", error.Path, StringComparison.Ordinal);
        Assert.Equal("Cannot start.", Message(error));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_function_outside_Lambda_says_where_it_can_run()
    {
        await using var server = new RuntimeApiServer();
        using var function = new HostedUserLookup(server, ("AWS_LAMBDA_RUNTIME_API", ""));

        var (exitCode, _, output) = await function.ExitAsync();

        Assert.Equal(1, exitCode);
        Assert.StartsWith("AWS_LAMBDA_RUNTIME_API is not set.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_request_has_the_user_agent_of_AWSs_client()
    {
        await using var server = new RuntimeApiServer().Enqueue("{}");
        using var function = new HostedUserLookup(server);
        await server.PostedAsync();

        Assert.All(server.Requests, request => Assert.StartsWith("aws-lambda-dotnet", request.Headers["User-Agent"], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("3")]
    public async Task SIGTERM_while_waiting_for_an_event_ends_with_exit_code_0(string concurrency)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM");
        await using var server = new RuntimeApiServer().Enqueue("{}");
        using var function = new HostedUserLookup(server, ("AWS_LAMBDA_MAX_CONCURRENCY", concurrency));
        await server.PostedAsync();

        function.Terminate();

        var (exitCode, _, error) = await function.ExitAsync();
        Assert.Equal(0, exitCode);
        Assert.Empty(error);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task SIGTERM_lets_the_running_invocations_finish_and_asks_for_no_other(int concurrency)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM");
        using var called = new SemaphoreSlim(0);
        await using var api = new ScriptedApi(_ =>
        {
            called.Release();
            return Reply.Never;
        });
        await using var server = new RuntimeApiServer();
        using var function = new HostedUserLookup(
            server,
            ("AWS_LAMBDA_MAX_CONCURRENCY", $"{concurrency}"),
            ("USER_API_BASE_URL", api.BaseUrl),
            ("USER_API_TIMEOUT_MS", "3000"),
            ("USER_API_MAX_ATTEMPTS", "1"));
        foreach (var id in Enumerable.Range(1, concurrency))
        {
            server.Enqueue($$"""{"user_id":"{{id}}"}""", $"{id}");
        }

        for (var i = 0; i < concurrency; i++)
        {
            Assert.True(await called.WaitAsync(TimeSpan.FromSeconds(30)));
        }

        function.Terminate();
        // Nothing outside the process shows that the signal has arrived.
        await Task.Delay(500);
        server.Enqueue("{}", "not asked for");
        for (var i = 0; i < concurrency; i++)
        {
            Assert.Contains("ExternalApiTimeout", (await server.PostedAsync()).Body, StringComparison.Ordinal);
        }

        var (exitCode, _, error) = await function.ExitAsync();
        Assert.Equal(0, exitCode);
        Assert.Empty(error);
        Assert.Equal(concurrency, server.Requests.Count(request => request.Method == "POST"));
    }

    private static string Message(RuntimeRequest error)
    {
        using var json = JsonDocument.Parse(error.Body);
        return json.RootElement.GetProperty("errorMessage").GetString()!;
    }
}
