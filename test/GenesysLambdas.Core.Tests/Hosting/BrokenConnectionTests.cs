using GenesysLambdas.Testing.Hosting;

namespace GenesysLambdas.Core.Tests.Hosting;

public sealed class BrokenConnectionTests
{
    [Fact]
    public async Task Reconnects_with_increasing_waits()
    {
        // HttpClient itself tries a dropped connection a few times at once, so it takes more to see our own waits.
        await using var server = new RuntimeApiServer { Misbehave = (_, number) => number <= 12 ? RuntimeReply.Drop : null };
        server.Enqueue("{}");
        var start = TimeProvider.System.GetTimestamp();
        using var function = new HostedUserLookup(server);

        Assert.EndsWith("/invocation/1/response", (await server.PostedAsync()).Path, StringComparison.Ordinal);

        // 50, 100 and 200 ms: three waits of 50 would be over sooner.
        Assert.InRange(TimeProvider.System.GetElapsedTime(start), TimeSpan.FromMilliseconds(340), TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData(403)]
    [InlineData(503)]
    public async Task Asks_for_the_event_again_after_a_temporary_error(int status)
    {
        await using var server = new RuntimeApiServer { Misbehave = (_, number) => number == 1 ? new RuntimeReply(status) : null };
        server.Enqueue("{}");
        using var function = new HostedUserLookup(server);

        Assert.EndsWith("/invocation/1/response", (await server.PostedAsync()).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Never_follows_a_redirect()
    {
        await using var server = new RuntimeApiServer
        {
            Misbehave = (request, number) => number == 1 ? new RuntimeReply(307, "", ("Location", "/elsewhere")) : null,
        };
        server.Enqueue("{}");
        using var function = new HostedUserLookup(server);

        await server.PostedAsync();

        Assert.All(server.Requests, request => Assert.StartsWith("/2018-06-01/runtime/", request.Path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Skips_an_incomplete_event()
    {
        await using var server = new RuntimeApiServer
        {
            Misbehave = (_, number) => number == 1 ? new RuntimeReply(200, "{", ("Lambda-Runtime-Aws-Request-Id", "1")) { IsCutShort = true } : null,
        };
        server.Enqueue("{}", "2");
        using var function = new HostedUserLookup(server);

        Assert.EndsWith("/invocation/2/response", (await server.PostedAsync()).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_without_a_request_id_is_skipped()
    {
        await using var server = new RuntimeApiServer { Misbehave = (_, number) => number == 1 ? new RuntimeReply(200, "{}") : null };
        server.Enqueue("{}", "2");
        using var function = new HostedUserLookup(server);

        Assert.EndsWith("/invocation/2/response", (await server.PostedAsync()).Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("3")]
    public async Task Status_500_ends_the_process(string concurrency)
    {
        await using var server = new RuntimeApiServer { Misbehave = (_, _) => new RuntimeReply(500) };
        using var function = new HostedUserLookup(server, ("AWS_LAMBDA_MAX_CONCURRENCY", concurrency));

        var (exitCode, _, error) = await function.ExitAsync();

        Assert.Equal(1, exitCode);
        Assert.Contains("The runtime API sent no events: it replied 500 without an event.", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retries_the_post_and_not_the_lookup_if_the_connection_is_dropped()
    {
        var drops = 0;
        await using var server = new RuntimeApiServer
        {
            Misbehave = (request, _) => request.Method == "POST" && Interlocked.Increment(ref drops) <= 2 ? RuntimeReply.Drop : null,
        };
        server.Enqueue("{}", "1");
        using var function = new HostedUserLookup(server);

        Assert.Contains("\"errorCode\":\"ValidationError\"", (await server.PostedAsync()).Body, StringComparison.Ordinal);

        function.Terminate();
        var (_, output, _) = await function.ExitAsync();
        Assert.Single(output.Trim().Split('\n'));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    public async Task A_retried_answer_that_had_already_arrived_is_not_an_error(int status)
    {
        var posts = 0;
        await using var server = new RuntimeApiServer
        {
            Misbehave = (request, _) => !request.Path.EndsWith("/1/response", StringComparison.Ordinal) ? null
                : Interlocked.Increment(ref posts) == 1 ? RuntimeReply.Drop : new RuntimeReply(status),
        };
        server.Enqueue("{}", "1").Enqueue("{}", "2");
        using var function = new HostedUserLookup(server);

        Assert.EndsWith("/invocation/2/response", (await server.PostedAsync()).Path, StringComparison.Ordinal);

        function.Terminate();
        var (_, _, error) = await function.ExitAsync();
        Assert.Empty(error);
    }

    [Fact]
    public async Task Gives_up_an_answer_that_cannot_be_posted_and_answers_the_next_event()
    {
        await using var server = new RuntimeApiServer
        {
            Misbehave = (request, _) => request.Path.EndsWith("/1/response", StringComparison.Ordinal) ? RuntimeReply.Drop : null,
        };
        server.Enqueue("{}", "1").Enqueue("{}", "2");
        using var function = new HostedUserLookup(server);

        Assert.EndsWith("/invocation/2/response", (await server.PostedAsync()).Path, StringComparison.Ordinal);
        Assert.InRange(server.Requests.Count(request => request.Path.EndsWith("/1/response", StringComparison.Ordinal)), 3, 6);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(413)]
    public async Task Gives_up_a_refused_answer_and_answers_the_next_event(int status)
    {
        await using var server = new RuntimeApiServer
        {
            Misbehave = (request, _) => request.Path.EndsWith("/1/response", StringComparison.Ordinal) ? new RuntimeReply(status) : null,
        };
        server.Enqueue("{}", "1").Enqueue("{}", "2");
        using var function = new HostedUserLookup(server);

        Assert.EndsWith("/invocation/2/response", (await server.PostedAsync()).Path, StringComparison.Ordinal);

        function.Terminate();
        var (_, _, error) = await function.ExitAsync();
        Assert.Contains($"The runtime API answered {status} to ", error, StringComparison.Ordinal);
        Assert.Single(server.Requests, request => request.Path.EndsWith("/1/response", StringComparison.Ordinal));
    }
}
