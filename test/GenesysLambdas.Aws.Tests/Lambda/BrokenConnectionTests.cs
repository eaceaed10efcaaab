namespace GenesysLambdas.Aws.Tests.Lambda;

public sealed class BrokenConnectionTests
{
    [Fact]
    public async Task Connections_dropped_while_waiting_are_made_again_after_ever_longer_waits()
    {
        // HttpClient itself tries a dropped connection a few times at once, so it takes more to see our own waits.
        await using var server = new RuntimeApiServer { Misbehave = (_, number) => number <= 12 ? Reply.Drop : null };
        server.Enqueue("""{"Text":"a"}""");
        var start = TimeProvider.System.GetTimestamp();
        await using var function = RunningBootstrap.Start(server, (message, _) => Task.FromResult(message));

        Assert.Equal("""{"Text":"a"}""", (await server.PostedAsync()).Body);

        // 50, 100 and 200 ms: three waits of 50 would be over sooner.
        Assert.InRange(TimeProvider.System.GetElapsedTime(start), TimeSpan.FromMilliseconds(340), TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData(403)]
    [InlineData(503)]
    public async Task After_a_passing_error_status_the_event_is_asked_for_again(int status)
    {
        await using var server = new RuntimeApiServer { Misbehave = (_, number) => number == 1 ? new Reply(status) : null };
        server.Enqueue("""{"Text":"a"}""");
        await using var function = RunningBootstrap.Start(server, (message, _) => Task.FromResult(message));

        Assert.Equal("""{"Text":"a"}""", (await server.PostedAsync()).Body);
    }

    [Fact]
    public async Task An_event_that_breaks_off_is_skipped_and_not_given_to_the_handler()
    {
        await using var server = new RuntimeApiServer
        {
            Misbehave = (_, number) => number == 1
                ? new Reply(200, """{"Text":"half"}""", ("Lambda-Runtime-Aws-Request-Id", "1")) { IsCutShort = true }
                : null,
        };
        server.Enqueue("""{"Text":"whole"}""", "2");
        await using var function = RunningBootstrap.Start(server, (message, _) => Task.FromResult(message));

        Assert.Equal("""{"Text":"whole"}""", (await server.PostedAsync()).Body);
    }

    [Fact]
    public async Task An_event_without_a_request_id_is_skipped()
    {
        await using var server = new RuntimeApiServer { Misbehave = (_, number) => number == 1 ? new Reply(200, "{}") : null };
        server.Enqueue("""{"Text":"a"}""");
        await using var function = RunningBootstrap.Start(server, (message, _) => Task.FromResult(message));

        Assert.Equal("""{"Text":"a"}""", (await server.PostedAsync()).Body);
    }

    [Fact]
    public async Task Status_500_ends_the_run_as_the_protocol_demands()
    {
        await using var server = new RuntimeApiServer { Misbehave = (_, _) => new Reply(500) };
        await using var function = RunningBootstrap.Start(server, (message, _) => Task.FromResult(message));

        var error = await Assert.ThrowsAnyAsync<Exception>(() => function.Running.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.Equal("RuntimeApiException", error.GetType().Name);
    }

    [Fact]
    public async Task A_connection_dropped_while_answering_makes_the_answer_be_posted_again_and_the_handler_not_run_again()
    {
        var drops = 0;
        await using var server = new RuntimeApiServer
        {
            Misbehave = (request, _) => request.Method == "POST" && Interlocked.Increment(ref drops) <= 2 ? Reply.Drop : null,
        };
        server.Enqueue("""{"Text":"a"}""", "1");
        var runs = 0;
        await using var function = RunningBootstrap.Start(server, (message, _) => Task.FromResult(new Message($"run {Interlocked.Increment(ref runs)}")));

        Assert.Equal("""{"Text":"run 1"}""", (await server.PostedAsync()).Body);
        Assert.Equal(1, runs);
    }

    [Fact]
    public async Task An_answer_that_cannot_be_posted_is_given_up_and_the_next_event_answered()
    {
        await using var server = new RuntimeApiServer
        {
            Misbehave = (request, _) => request.Path.EndsWith("/1/response", StringComparison.Ordinal) ? Reply.Drop : null,
        };
        server.Enqueue("""{"Text":"a"}""", "1").Enqueue("""{"Text":"b"}""", "2");
        await using var function = RunningBootstrap.Start(server, (message, _) => Task.FromResult(message));

        Assert.EndsWith("/invocation/2/response", (await server.PostedAsync()).Path, StringComparison.Ordinal);
        Assert.InRange(server.Requests.Count(request => request.Path.EndsWith("/1/response", StringComparison.Ordinal)), 3, 6);
    }

    [Fact]
    public async Task An_answer_that_is_refused_is_given_up_and_the_next_event_answered()
    {
        await using var server = new RuntimeApiServer
        {
            Misbehave = (request, _) => request.Path.EndsWith("/1/response", StringComparison.Ordinal) ? new Reply(400) : null,
        };
        server.Enqueue("""{"Text":"a"}""", "1").Enqueue("""{"Text":"b"}""", "2");
        await using var function = RunningBootstrap.Start(server, (message, _) => Task.FromResult(message));

        Assert.EndsWith("/invocation/2/response", (await server.PostedAsync()).Path, StringComparison.Ordinal);
        Assert.Single(server.Requests, request => request.Path.EndsWith("/1/response", StringComparison.Ordinal));
    }
}
