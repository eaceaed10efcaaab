using System.Diagnostics;
using GenesysLambdas.Testing;
using GenesysLambdas.Testing.Hosting;

namespace GenesysLambdas.Core.Tests.Hosting;

/// <summary>Events whose headers Lambda would not send, and answers that it does not take.</summary>
public sealed class OddEventTests
{
    private const string Deadline = "Lambda-Runtime-Deadline-Ms";

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("9223372036854775807")]
    [InlineData("-9223372036854775808")]
    public async Task What_is_not_a_deadline_counts_as_10_seconds(string? deadline)
    {
        // The API hangs: only the deadline ends the call.
        var called = new TaskCompletionSource();
        await using var api = new ScriptedApi(_ =>
        {
            called.TrySetResult();
            return Reply.Never;
        });
        await using var server = new RuntimeApiServer { WithoutDeadline = true };
        server.Enqueue("""{"user_id":"1"}""", "1", deadline is null ? [] : [(Deadline, deadline)]);
        using var function = new HostedUserLookup(
            server, ("USER_API_BASE_URL", api.BaseUrl), ("USER_API_TIMEOUT_MS", "60000"), ("USER_API_MAX_ATTEMPTS", "1"), ("DEADLINE_RESERVE_MS", "8000"));

        await called.Task.WaitAsync(TimeSpan.FromSeconds(30));
        var start = Stopwatch.GetTimestamp();
        var answer = await server.PostedAsync();

        Assert.Contains("\"errorCode\":\"ExternalApiTimeout\"", answer.Body, StringComparison.Ordinal);
        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(8));
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a?b=c")]
    [InlineData("a#b")]
    [InlineData("a%2Fb%")]
    [InlineData("a b")]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("../../next")]
    [InlineData("a\\b")]
    [InlineData("{a}\"<>|^`")]
    [InlineData("Zürich-東京")]
    public async Task A_request_id_is_one_segment_of_the_path(string id)
    {
        Assert.SkipWhen(Repository.AwsPackages != "lean", "AWS's packages put the id into the path as it is.");
        await using var server = new RuntimeApiServer().Enqueue("{}", id).Enqueue("{}", "2");
        using var function = new HostedUserLookup(server);

        var segments = (await server.PostedAsync()).Path.Split('/');

        Assert.Equal(["", "2018-06-01", "runtime", "invocation"], segments[..4]);
        Assert.Equal("response", segments[5]);
        Assert.Equal(id, Uri.UnescapeDataString(segments[4]));
        Assert.DoesNotContain(segments[4], (string[])[".", ".."]);
        Assert.EndsWith("/invocation/2/response", (await server.PostedAsync()).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_id_may_be_long()
    {
        var id = new string('x', 20_000);
        await using var server = new RuntimeApiServer().Enqueue("{}", id);
        using var function = new HostedUserLookup(server);

        Assert.EndsWith($"/invocation/{id}/response", (await server.PostedAsync()).Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Lambda-Runtime-Trace-Id", "Root=ü; \"東京\"\\")]
    [InlineData("Lambda-Runtime-Trace-Id", "a\tb")]
    [InlineData("Lambda-Runtime-Trace-Id", "")]
    [InlineData("Lambda-Runtime-Client-Context", "{")]
    [InlineData("Lambda-Runtime-Client-Context", "null")]
    [InlineData("Lambda-Runtime-Cognito-Identity", "[[")]
    [InlineData("Lambda-Runtime-Invoked-Function-Arn", "")]
    [InlineData("Lambda-Runtime-Aws-Tenant-Id", "ü")]
    public async Task An_odd_header_does_not_cost_the_answer(string name, string value)
    {
        await using var api = new ScriptedApi(Reply.Ok("""{"id":1,"name":"Ana"}"""));
        await using var server = new RuntimeApiServer().Enqueue("""{"user_id":"1"}""", "1", (name, value));
        using var function = new HostedUserLookup(server, ("USER_API_BASE_URL", api.BaseUrl));

        Assert.Contains("\"displayName\":\"Ana\"", (await server.PostedAsync()).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Lambda-Runtime-Client-Context", '[')]
    [InlineData("Lambda-Runtime-Trace-Id", 'x')]
    public async Task A_long_header_does_not_cost_the_answer(string name, char character)
    {
        await using var api = new ScriptedApi(request =>
            request.Headers.Any(header => header.Value.Length > 1000) ? Reply.Status(431) : Reply.Ok("""{"id":1,"name":"Ana"}"""));
        await using var server = new RuntimeApiServer().Enqueue("""{"user_id":"1"}""", "1", (name, new string(character, 20_000)));
        using var function = new HostedUserLookup(server, ("USER_API_BASE_URL", api.BaseUrl));

        Assert.Contains("\"displayName\":\"Ana\"", (await server.PostedAsync()).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    public async Task An_answer_without_a_response_is_posted_again_then_given_up(string concurrency)
    {
        await using var server = new RuntimeApiServer
        {
            Misbehave = (request, _) => request.Path.EndsWith("/1/response", StringComparison.Ordinal) ? RuntimeReply.Never : null,
        };
        server.Enqueue("{}", "1").Enqueue("{}", "2");
        using var function = new HostedUserLookup(server, ("AWS_LAMBDA_MAX_CONCURRENCY", concurrency));

        Assert.EndsWith("/invocation/2/response", (await server.PostedAsync()).Path, StringComparison.Ordinal);
        server.Enqueue("{}", "3").Enqueue("{}", "4");
        Assert.EndsWith("/response", (await server.PostedAsync()).Path, StringComparison.Ordinal);
        Assert.EndsWith("/response", (await server.PostedAsync()).Path, StringComparison.Ordinal);

        function.Terminate();
        var (exitCode, _, error) = await function.ExitAsync();
        Assert.Equal(0, exitCode);
        Assert.Contains("did not accept /2018-06-01/runtime/invocation/1/response", error, StringComparison.Ordinal);
        Assert.Equal(3, server.Requests.Count(request => request.Path.EndsWith("/1/response", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Retries_a_post_without_a_response()
    {
        var posts = 0;
        await using var server = new RuntimeApiServer
        {
            Misbehave = (request, _) => request.Method == "POST" && Interlocked.Increment(ref posts) == 1 ? RuntimeReply.Never : null,
        };
        server.Enqueue("{}", "1");
        using var function = new HostedUserLookup(server);

        Assert.EndsWith("/invocation/1/response", (await server.PostedAsync()).Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public async Task An_event_with_an_empty_request_id_is_skipped(string id)
    {
        await using var server = new RuntimeApiServer().Enqueue("{}", id).Enqueue("{}", "2");
        using var function = new HostedUserLookup(server);

        Assert.EndsWith("/invocation/2/response", (await server.PostedAsync()).Path, StringComparison.Ordinal);
    }
}
