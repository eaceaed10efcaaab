using System.Text;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;
using FsCheck.Fluent;
using GenesysLambdas.Core.Tests.Hosting;
using GenesysLambdas.Testing;
using GenesysLambdas.Testing.Events;
using GenesysLambdas.Testing.Hostile;
using GenesysLambdas.Testing.Hosting;

namespace GenesysLambdas.Core.Tests.HttpAccess;

public sealed class HttpAuthorizerTests(ITestOutputHelper output)
{
    private const string Right = "Bearer the-current-token";
    private const string Wrong = "Bearer the-wrong-token";

    [Theory]
    [InlineData("Bearer the-current-token", true)]
    [InlineData("bearer the-current-token", true)]
    [InlineData("BEARER  the-current-token ", true)]
    [InlineData("the-current-token", false)]
    [InlineData("Basic the-current-token", false)]
    [InlineData("Bearer the-wrong-token", false)]
    [InlineData("Bearer the-current-toke", false)]
    [InlineData("Bearer the-current-tokens", false)]
    [InlineData("Bearer THE-CURRENT-TOKEN", false)]
    [InlineData("Bearer", false)]
    [InlineData("Bearer ", false)]
    [InlineData("", false)]
    [InlineData("Bearer the-current-token,Bearer the-current-token", false)]
    [InlineData("Bearer the-current-token, Bearer other", false)]
    [InlineData("Bearer the-current-token the-current-token", false)]
    [InlineData("Bearer the-curr\u00e9nt-token", false)]
    [InlineData("Bearer \u0000", false)]
    public async Task Only_a_valid_token_is_accepted(string value, bool opens)
    {
        using var authorizer = new TestAuthorizer();

        Assert.Equal(opens, await authorizer.AdmitsAsync(value));

        Assert.Equal(opens ? "success" : "rejected", Assert.Single(authorizer.LogLines).Text("outcome"));
    }

    [Theory]
    [InlineData("authorization")]
    [InlineData("Authorization")]
    public async Task The_headers_name_may_be_in_any_case(string header)
    {
        using var authorizer = new TestAuthorizer();

        Assert.True(await authorizer.AdmitsAsync(Right, header));
    }

    [Fact]
    public async Task Reads_a_bare_token_from_another_header()
    {
        using var authorizer = new TestAuthorizer { Settings = { ["HTTP_TOKEN_HEADER"] = "X-Api-Key" } };

        Assert.True(await authorizer.AdmitsAsync("the-current-token", "x-api-key"));
        Assert.False(await authorizer.AdmitsAsync(Right, "x-api-key"));
        Assert.False(await authorizer.AdmitsAsync(Right));
    }

    [Fact]
    public async Task During_a_rotation_only_the_current_and_the_previous_token_are_valid()
    {
        using var authorizer = new TestAuthorizer { Current = "three", Previous = """{"token":"two"}""" };

        Assert.True(await authorizer.AdmitsAsync("Bearer three"));
        Assert.True(await authorizer.AdmitsAsync("Bearer two"));
        Assert.False(await authorizer.AdmitsAsync("Bearer one"));
    }

    [Fact]
    public async Task A_new_token_is_valid_at_once_and_the_one_before_the_previous_no_longer()
    {
        using var authorizer = new TestAuthorizer { Current = "two", Previous = "one" };
        Assert.True(await authorizer.AdmitsAsync("Bearer one"));
        (authorizer.Current, authorizer.Previous) = ("three", "two");

        Assert.True(await authorizer.AdmitsAsync("Bearer three"));
        Assert.True(await authorizer.AdmitsAsync("Bearer two"));
        Assert.False(await authorizer.AdmitsAsync("Bearer one"));
    }

    [Fact]
    public async Task Simultaneous_requests_fetch_each_version_once()
    {
        var slow = new TaskCompletionSource();
        using var authorizer = new TestAuthorizer { Slow = slow.Task };

        var callers = Enumerable.Range(0, 50).Select(_ => authorizer.AdmitsAsync(Right)).ToList();
        slow.SetResult();

        Assert.All(await Task.WhenAll(callers), Assert.True);
        Assert.Equal(2, authorizer.Asked);
        Assert.Equal(50, authorizer.LogLines.Count);
    }

    [Fact]
    public async Task Invalid_tokens_make_it_read_the_secret_at_most_once_in_ten_seconds()
    {
        var time = new ManualTime();
        using var authorizer = new TestAuthorizer(time);
        for (var i = 0; i < 100; i++)
        {
            Assert.False(await authorizer.AdmitsAsync($"{Wrong}{i}"));
        }

        Assert.Equal(4, authorizer.Asked);
        time.Advance(TimeSpan.FromSeconds(10));
        Assert.False(await authorizer.AdmitsAsync(Wrong));
        Assert.False(await authorizer.AdmitsAsync(Wrong));
        Assert.Equal(6, authorizer.Asked);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("300")]
    public async Task The_secret_is_fetched_at_startup_and_cached(string seconds)
    {
        using var authorizer = new TestAuthorizer(new ManualTime()) { Settings = { ["SECRET_CACHE_SECONDS"] = seconds } };
        authorizer.Start();
        Assert.True(SpinWait.SpinUntil(() => authorizer.Asked == 2, TimeSpan.FromSeconds(30)));

        Assert.True(await authorizer.AdmitsAsync(Right));
        Assert.True(await authorizer.AdmitsAsync(Right));

        Assert.Equal(2, authorizer.Asked);
    }

    [Theory]
    [InlineData(null, "secret-missing", "does not exist, or has no value yet")]
    [InlineData(" ", "secret-unusable", "is empty or not a string")]
    [InlineData("""{"username":"u","password":"p"}""", "secret-unusable", "does not contain a token")]
    [InlineData("t\u00f6ken", "secret-unusable", "does not contain a token")]
    [InlineData("a,b", "secret-unusable", "does not contain a token")]
    public async Task Without_a_usable_secret_refuses_every_token_and_logs_what_to_do(string? value, string reason, string problem)
    {
        using var authorizer = new TestAuthorizer { Current = value };

        Assert.False(await authorizer.AdmitsAsync(Right));

        AssertClosed(authorizer, "ConfigurationError", reason, problem);
        Assert.False(await authorizer.AdmitsAsync($"Bearer {value}"));
    }

    [Theory]
    [InlineData("HTTP_TOKEN_SECRET_ID", null, "setting-missing")]
    [InlineData("HTTP_TOKEN_SECRET_ID", " ", "setting-missing")]
    [InlineData("HTTP_TOKEN_HEADER", "x api key", "setting-malformed")]
    [InlineData("HTTP_TOKEN_HEADER", "host", "setting-malformed")]
    [InlineData("HTTP_TOKEN_HEADER", "Content-Type", "setting-malformed")]
    [InlineData("SECRET_CACHE_SECONDS", "long", "setting-malformed")]
    [InlineData("DEADLINE_RESERVE_MS", "none", "setting-malformed")]
    public async Task With_an_invalid_setting_refuses_every_token(string setting, string? value, string reason)
    {
        using var authorizer = new TestAuthorizer { Settings = { [setting] = value } };

        Assert.False(await authorizer.AdmitsAsync(Right));

        AssertClosed(authorizer, "ConfigurationError", reason, $"The setting {setting} ");
    }

    [Fact]
    public async Task Refuses_every_token_until_the_secret_can_be_read()
    {
        var time = new ManualTime();
        using var authorizer = new TestAuthorizer(time) { Fails = new AmazonSecretsManagerException("private") { ErrorCode = "AccessDeniedException" } };
        for (var i = 0; i < 100; i++)
        {
            Assert.False(await authorizer.AdmitsAsync(Right));
        }

        AssertClosed(authorizer, "ConfigurationError", "secret-denied", "secretsmanager:GetSecretValue");
        Assert.Equal(2, authorizer.Asked);
        authorizer.Fails = null;
        time.Advance(TimeSpan.FromSeconds(5));
        Assert.True(await authorizer.AdmitsAsync(Right));
    }

    [Fact]
    public async Task While_Secrets_Manager_is_down_only_cached_tokens_are_valid()
    {
        var time = new ManualTime();
        using var authorizer = new TestAuthorizer(time) { Previous = "the-previous-token" };
        Assert.True(await authorizer.AdmitsAsync(Right));
        authorizer.Fails = new HttpRequestException("down");
        time.Advance(TimeSpan.FromHours(1));

        Assert.True(await authorizer.AdmitsAsync(Right));
        Assert.True(await authorizer.AdmitsAsync("Bearer the-previous-token"));
        Assert.False(await authorizer.AdmitsAsync(Wrong));

        var line = authorizer.LogLines[^1];
        Assert.Equal(("failure", "secrets-manager-unreachable"), (line.Text("outcome"), line.Text("reason")));
        Assert.StartsWith("Request refused: The secret named by HTTP_TOKEN_SECRET_ID could not be read", line.Text("message"), StringComparison.Ordinal);
        authorizer.Fails = null;
        authorizer.Current = "the-new-token";
        time.Advance(TimeSpan.FromSeconds(10));
        Assert.True(await authorizer.AdmitsAsync("Bearer the-new-token"));
    }

    [Fact]
    public async Task After_a_long_pause_reads_the_secret_before_it_trusts_a_cached_token()
    {
        var time = new ManualTime();
        using var authorizer = new TestAuthorizer(time);
        Assert.True(await authorizer.AdmitsAsync(Right));
        (authorizer.Current, authorizer.Previous) = ("three", "two");
        time.Advance(TimeSpan.FromMinutes(10));

        Assert.False(await authorizer.AdmitsAsync(Right));
    }

    [Theory]
    [InlineData(-3600, 600)]
    [InlineData(3600, 0)]
    public async Task A_token_that_was_deleted_is_refused_whatever_the_wall_clock_does(int step, int seconds)
    {
        var time = new ManualTime();
        using var authorizer = new TestAuthorizer(time);
        Assert.True(await authorizer.AdmitsAsync(Right));
        authorizer.Current = null;
        time.StepWall(TimeSpan.FromSeconds(step));
        time.Advance(TimeSpan.FromSeconds(seconds));

        Assert.False(await authorizer.AdmitsAsync(Right));
    }

    public static TheoryData<string, Exception?, string?> Gone => new()
    {
        { "secret-missing", null, null },
        { "secret-unusable", null, "not a token" },
        // What Secrets Manager says of a secret that is marked for deletion.
        { "secret-unreadable", new InvalidRequestException("private"), "the-current-token" },
        { "secret-denied", new AmazonSecretsManagerException("private") { ErrorCode = "AccessDeniedException" }, "the-current-token" },
        { "secret-key-denied", new DecryptionFailureException("private"), "the-current-token" },
    };

    [Theory]
    [MemberData(nameof(Gone))]
    public async Task While_the_secret_is_gone_refuses_cached_tokens_too(string reason, Exception? fails, string? current)
    {
        var time = new ManualTime();
        using var authorizer = new TestAuthorizer(time) { Previous = "the-previous-token" };
        Assert.True(await authorizer.AdmitsAsync(Right));
        (authorizer.Fails, authorizer.Current) = (fails, current);
        Assert.False(await authorizer.AdmitsAsync(Wrong));

        Assert.False(await authorizer.AdmitsAsync(Right));
        Assert.False(await authorizer.AdmitsAsync("Bearer the-previous-token"));

        Assert.All(authorizer.LogLines.Skip(1), line => Assert.Equal(("failure", reason), (line.Text("outcome"), line.Text("reason"))));
        (authorizer.Fails, authorizer.Current) = (null, "the-current-token");
        time.Advance(TimeSpan.FromSeconds(5));
        Assert.True(await authorizer.AdmitsAsync(Right));
    }

    [Fact]
    public async Task Waits_for_Secrets_Manager_until_the_deadline()
    {
        using var authorizer = new TestAuthorizer { Slow = new TaskCompletionSource().Task };

        Assert.False(await authorizer.SendAsync(TestAuthorizer.Event(Right), new TestLambdaContext { RemainingTime = TimeSpan.FromMilliseconds(700) }));

        AssertClosed(authorizer, "ExternalApiTimeout", "deadline", "Secrets Manager did not reply in time");
    }

    [Fact]
    public async Task A_bug_refuses_every_token()
    {
        using var authorizer = new TestAuthorizer { BrokenSetting = "HTTP_TOKEN_HEADER" };

        Assert.False(await authorizer.AdmitsAsync(Right));

        Assert.Equal("InternalServerError", Assert.Single(authorizer.LogLines).Text("ErrorCode"));
    }

    [Theory]
    [InlineData("\"identitySource\":[\"Bearer the-current-token\"]", "\"identitySource\":[\"Bearer another\"]")]
    [InlineData("\"identitySource\":[\"Bearer the-current-token\"]", "\"identitySource\":\"Bearer the-current-token\"")]
    [InlineData("\"headers\":{", "\"headers\":{\"Authorization\":\"Bearer the-current-token\",")]
    [InlineData("\"headers\":{", "\"headers\":{\"\\ud800\":\"a\",")]
    [InlineData("\"headers\":{", "\"headers\":null,\"x\":{")]
    [InlineData("\"type\":\"REQUEST\"", "\"type\":\"TOKEN\"")]
    [InlineData("\"version\":\"2.0\"", "\"version\":\"1.0\"")]
    [InlineData("\"routeArn\"", "\"methodArn\"")]
    public async Task An_event_that_is_not_as_API_Gateway_sends_it_is_refused(string part, string replacement)
    {
        using var authorizer = new TestAuthorizer();
        var right = TestAuthorizer.Event(Right);
        Assert.Contains(part, right, StringComparison.Ordinal);

        Assert.True(await authorizer.SendAsync(right));
        Assert.False(await authorizer.SendAsync(right.Replace(part, replacement, StringComparison.Ordinal)));

        Assert.Equal("Forbidden", authorizer.LogLines[1].Text("ErrorCode"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("[1]")]
    [InlineData("{}")]
    [InlineData("""{"inputs":{}}""")]
    [InlineData(HttpEventExamples.HttpApi)]
    [InlineData(HttpEventExamples.Recorded)]
    [InlineData(OtherHttpEventExamples.HealthCheck)]
    // An authorizer of a REST API, or of an HTTP API in payload format 1.0, even with what only format 2.0 has.
    [InlineData("""
        {"version":"1.0","type":"REQUEST","methodArn":"arn:aws:execute-api:us-east-1:123456789012:abcdef123/test/POST/a","routeArn":"a","identitySource":["Bearer the-current-token"],
         "resource":"/a","path":"/a","httpMethod":"POST","headers":{"authorization":"Bearer the-current-token"},"requestContext":{"requestId":"r","stage":"test","httpMethod":"POST"}}
        """)]
    [InlineData("""
        {"type":"REQUEST","routeArn":"a","identitySource":["Bearer the-current-token"],"path":"/a","httpMethod":"POST",
         "headers":{"authorization":"Bearer the-current-token"},"requestContext":{"elb":{}}}
        """)]
    public async Task An_event_that_is_not_an_authorizers_is_refused(string payload)
    {
        using var authorizer = new TestAuthorizer();

        Assert.False(await authorizer.SendAsync(payload));

        Assert.Equal("rejected", Assert.Single(authorizer.LogLines).Text("outcome"));
    }

    [Fact]
    public async Task A_token_of_more_than_8_KB_is_refused()
    {
        var longest = new string('a', 8 * 1024);
        using var authorizer = new TestAuthorizer { Current = longest };

        Assert.True(await authorizer.AdmitsAsync($"Bearer {longest}"));
        Assert.False(await authorizer.AdmitsAsync($"Bearer {longest}a"));
    }

    [Fact]
    public async Task Any_header_and_any_bytes_are_refused()
    {
        using var authorizer = new TestAuthorizer(new ManualTime());
        var marked = TestAuthorizer.Event("MARK");
        var events = Gen.OneOf(
            HostileText.Any.Select(text => marked.Replace("\"MARK\"", HostileText.ToJson(text), StringComparison.Ordinal)),
            HostileText.Any.Select(text => marked.Replace("\"MARK\"", HostileText.ToJson($"Bearer {text}"), StringComparison.Ordinal)),
            HostileText.Any.Select(text => marked.Replace("\"authorization\"", HostileText.ToJson(text), StringComparison.Ordinal)),
            from length in Gen.Choose(0, marked.Length) select marked[..length]);

        await output.ForAllAsync(1_000, events, payload => Assert.False(Task.Run(() => authorizer.SendAsync(Encoding.UTF8.GetBytes(payload))).GetAwaiter().GetResult()));
    }

    [Fact]
    public async Task A_line_has_the_ids_and_metrics_and_nothing_private()
    {
        using var authorizer = new TestAuthorizer();

        await authorizer.AdmitsAsync(Right);
        await authorizer.AdmitsAsync(Wrong);

        Assert.Equal(2, authorizer.LogLines.Count);
        Assert.All(authorizer.LogLines, line => Assert.Equal(
            ("http-authorizer", "J7m8fgZWoAMEJEA=", "8476a536-e9f4-11e8-9739-2dfe598c3fcd"), (line.Text("Lookup"), line.Text("callerRequestId"), line.Text("requestId"))));
        Assert.Equal([true, false], authorizer.LogLines.Select(line => line.Flag("coldStart")));
        Assert.Equal([1, 0], authorizer.LogLines.Select(line => line.GetProperty("Success").GetInt32()));
        Assert.Equal("Request refused: the token is invalid", authorizer.LogLines[1].Text("message"));
        Assert.All(
            ["the-current-token", "the-wrong-token", "the-secret", "value1", "cookie1", "192.0.2.1", "CERT_CONTENT"],
            text => Assert.DoesNotContain(text, authorizer.Log, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_real_executable_runs_it_and_without_a_secret_refuses()
    {
        await using var server = new RuntimeApiServer().Enqueue(TestAuthorizer.Event(Right));
        using var function = new HostedUserLookup(server, ("ANNOTATIONS_HANDLER", "AuthorizeHttp"));

        Assert.Equal("""{"isAuthorized":false}""", (await server.PostedAsync()).Body);
    }

    [Fact]
    public void It_is_not_a_lookup() => Assert.DoesNotContain(LookupRegistry.Contracts, contract => contract.Method == nameof(HttpAuthorizer.AuthorizeHttp));

    private static void AssertClosed(TestAuthorizer authorizer, string errorCode, string reason, string problem) => Assert.All(authorizer.LogLines, line =>
    {
        Assert.Equal(("failure", errorCode, reason), (line.Text("outcome"), line.Text("ErrorCode"), line.Text("reason")));
        Assert.StartsWith("Request refused: ", line.Text("message"), StringComparison.Ordinal);
        Assert.Contains(problem, line.Text("message"), StringComparison.Ordinal);
    });
}
