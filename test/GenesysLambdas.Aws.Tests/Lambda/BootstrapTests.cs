using System.Text.Json;

namespace GenesysLambdas.Aws.Tests.Lambda;

public sealed class BootstrapTests
{
    [Theory]
    [InlineData("")]
    [InlineData("/UserLookupFunction")]
    public async Task An_event_is_answered_under_a_base_path_too(string basePath)
    {
        await using var server = new RuntimeApiServer(basePath).Enqueue("""{"Text":"Zürich"}""", "id-7");
        await using var function = RunningBootstrap.Start(server, (message, _) => Task.FromResult(message with { Text = message.Text + "!" }));

        var answer = await server.PostedAsync();

        Assert.Equal($"{basePath}/2018-06-01/runtime/invocation/id-7/response", answer.Path);
        Assert.Equal("""{"Text":"Zürich!"}""", answer.Body);
        Assert.Equal("application/json", answer.Headers["Content-Type"]);
        Assert.All(server.Requests, request => Assert.StartsWith("aws-lambda-dotnet-lean/", request.Headers["User-Agent"], StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_handler_that_throws_is_reported_and_the_next_event_is_answered()
    {
        await using var server = new RuntimeApiServer().Enqueue("""{"Text":"bad"}""", "1").Enqueue("""{"Text":"good"}""", "2");
        await using var function = RunningBootstrap.Start(server, (message, _) => message.Text == "bad"
            ? throw new InvalidOperationException("It is bad.", new FormatException("Because of this."))
            : Task.FromResult(message));

        var error = await server.PostedAsync();
        var answer = await server.PostedAsync();

        Assert.EndsWith("/invocation/1/error", error.Path, StringComparison.Ordinal);
        Assert.Equal("InvalidOperationException", error.Headers["Lambda-Runtime-Function-Error-Type"]);
        using var json = JsonDocument.Parse(error.Body);
        Assert.Equal("InvalidOperationException", json.RootElement.GetProperty("errorType").GetString());
        Assert.Equal("It is bad.", json.RootElement.GetProperty("errorMessage").GetString());
        Assert.Contains(nameof(BootstrapTests), json.RootElement.GetProperty("stackTrace")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal("FormatException", json.RootElement.GetProperty("cause").GetProperty("errorType").GetString());
        Assert.EndsWith("/invocation/2/response", answer.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_that_is_not_what_the_handler_takes_is_the_functions_failure()
    {
        await using var server = new RuntimeApiServer().Enqueue("[1,", "1").Enqueue("""{"Text":"good"}""", "2");
        await using var function = RunningBootstrap.Start(server, (message, _) => Task.FromResult(message));

        var error = await server.PostedAsync();

        Assert.Equal("JsonSerializerException", error.Headers["Lambda-Runtime-Function-Error-Type"]);
        Assert.EndsWith("/invocation/2/response", (await server.PostedAsync()).Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_failing_bootstrap_handler_is_an_init_error(bool throws)
    {
        await using var server = new RuntimeApiServer().Enqueue("""{"Text":"never seen"}""");
        await using var function = new RunningBootstrap(server, RunningBootstrap.Builder((message, _) => Task.FromResult(message))
            .UseBootstrapHandler(() => throws ? throw new InvalidOperationException("No secret.") : Task.FromResult(false)));

        var error = await server.PostedAsync();

        Assert.EndsWith("/runtime/init/error", error.Path, StringComparison.Ordinal);
        Assert.Equal("InvalidOperationException", error.Headers["Lambda-Runtime-Function-Error-Type"]);
        await Assert.ThrowsAsync<InvalidOperationException>(() => function.Running);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Stopping_lets_the_running_invocation_finish_and_asks_for_no_other()
    {
        await using var server = new RuntimeApiServer().Enqueue("""{"Text":"a"}""", "1").Enqueue("""{"Text":"b"}""", "2");
        var started = new TaskCompletionSource();
        var finish = new TaskCompletionSource();
        await using var function = RunningBootstrap.Start(server, async (message, _) =>
        {
            started.SetResult();
            await finish.Task;
            return message;
        });

        await started.Task;
        var stopped = function.StopAsync();
        finish.SetResult();
        await stopped;

        Assert.EndsWith("/invocation/1/response", (await server.PostedAsync()).Path, StringComparison.Ordinal);
        Assert.Equal(2, server.Requests.Length);
    }
}
