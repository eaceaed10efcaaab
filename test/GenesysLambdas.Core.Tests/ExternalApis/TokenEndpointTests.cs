using System.Text;
using GenesysLambdas.Testing;

namespace GenesysLambdas.Core.Tests.ExternalApis;

/// <summary>What a token endpoint does to a lookup.</summary>
public sealed class TokenEndpointTests
{
    private const string NoContacts = """{"contacts":[]}""";

    private static readonly object Inputs = new { phoneNumber = "+15551234567" };

    [Theory]
    [InlineData(401, "")]
    [InlineData(400, """{"error":"invalid_client","description":"client not found"}""")]
    public async Task A_rotated_secret_heals_within_the_same_call(int status, string body)
    {
        OAuth2Api? self = null;
        await using var api = new OAuth2Api(
            _ => Reply.Ok(NoContacts),
            request => request["Authorization"] == Basic("c:new") ? self!.NextToken() : Reply.Status(status, body));
        self = api;
        using var function = api.Function("contact-by-phone").Secret("""{"client_id":"c","client_secret":"old"}""", """{"client_id":"c","client_secret":"new"}""");

        (await function.InvokeAsync(Inputs)).AssertSuccess();

        Assert.Equal([Basic("c:old"), Basic("c:new")], api.TokenRequests.Select(request => request["Authorization"]));
        Assert.Equal(2, function.SecretsManager.Invocations.Count);
    }

    [Theory]
    [InlineData(401, "")]
    [InlineData(403, "no")]
    [InlineData(400, """{"error":"invalid_client"}""")]
    public async Task A_client_that_is_refused_even_with_a_fresh_secret_is_ExternalApiUnauthorized(int status, string body)
    {
        await using var api = new OAuth2Api(_ => Reply.Ok(NoContacts), _ => Reply.Status(status, body));
        using var function = api.Function("contact-by-phone");

        (await function.InvokeAsync(Inputs)).AssertFailure(502, "ExternalApiUnauthorized", "The token endpoint refused the client id and secret");

        Assert.Empty(api.Requests);
        Assert.Equal(2, function.SecretsManager.Invocations.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>hello</html>")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"access_token":null,"expires_in":60}""")]
    [InlineData("""{"access_token":"","expires_in":60}""")]
    [InlineData("""{"access_token":7,"expires_in":60}""")]
    [InlineData("""{"access_token":"a\r\nHost: evil.example","expires_in":60}""")]
    [InlineData("""{"access_token":"t\u00e4","expires_in":60}""")]
    [InlineData("""{"access_token":"\ud800","expires_in":60}""")]
    [InlineData("""{"access_token":"t","expires_in":0}""")]
    [InlineData("""{"access_token":"t","expires_in":-1}""")]
    [InlineData("""{"access_token":"t","expires_in":1e99}""")]
    [InlineData("""{"access_token":"t","expires_in":"soon"}""")]
    [InlineData("""{"access_token":"t","expires_in":{}}""")]
    [InlineData("""{"access_token":"t","expires_in":99999999999999999999}""")]
    [InlineData("""{"access_token":"t","expires_in":60,"token_type":"mac"}""")]
    [InlineData("""{"access_token":"t","expires_in":60""")]
    public async Task A_token_reply_that_cannot_be_used_is_a_clean_ExternalApiError(string reply)
    {
        await using var api = new OAuth2Api(_ => Reply.Ok(NoContacts), _ => Reply.Ok(reply));
        using var function = api.Function("contact-by-phone");

        (await function.InvokeAsync(Inputs)).AssertFailure(
            502, "ExternalApiError", "The token endpoint's reply does not contain a usable access_token");
        Assert.Empty(api.Requests);
    }

    [Theory]
    [InlineData(301, "", 502, "ExternalApiError", "The token endpoint replied with status 301", 1)]
    [InlineData(400, """{"error":"invalid_scope"}""", 502, "ExternalApiError", "The token endpoint replied with status 400, invalid_scope", 1)]
    [InlineData(400, """{"error":"<script>"}""", 502, "ExternalApiError", "The token endpoint replied with status 400", 1)]
    [InlineData(404, "", 502, "ExternalApiError", "The token endpoint replied with status 404", 1)]
    [InlineData(500, "", 502, "ExternalApiError", "The token endpoint replied with status 500", 3)]
    [InlineData(503, "", 502, "ExternalApiError", "The token endpoint replied with status 503", 3)]
    [InlineData(429, "", 503, "ExternalApiThrottled", "The token endpoint is rate limiting our requests", 3)]
    public async Task A_token_endpoint_that_fails_is_a_clean_error(int status, string body, int statusCode, string errorCode, string message, int attempts)
    {
        await using var api = new OAuth2Api(_ => Reply.Ok(NoContacts), _ => Reply.Status(status, body));
        using var function = api.Function("contact-by-phone");

        (await function.InvokeAsync(Inputs)).AssertFailure(statusCode, errorCode, message);
        Assert.Empty(api.Requests);
        AssertAttempts(attempts, api);
    }

    [Fact]
    public async Task A_token_endpoint_that_recovers_is_called_again()
    {
        var replies = new Queue<Reply>([Reply.Status(503), Reply.Reset]);
        OAuth2Api? self = null;
        await using var api = new OAuth2Api(_ => Reply.Ok(NoContacts), _ => replies.TryDequeue(out var reply) ? reply : self!.NextToken());
        self = api;
        using var function = api.Function("contact-by-phone");

        (await function.InvokeAsync(Inputs)).AssertSuccess();
        Assert.Equal(3, api.TokenRequests.Count);
    }

    [Fact]
    public async Task Does_not_wait_long_for_a_token_endpoint()
    {
        await using var api = new OAuth2Api(_ => Reply.Ok(NoContacts), _ => Reply.Status(429, "", "Retry-After: 60"));
        using var function = api.Function("contact-by-phone");

        (await function.InvokeAsync(Inputs)).AssertFailure(503, "ExternalApiThrottled", "The token endpoint is rate limiting our requests");
        AssertAttempts(1, api);
    }

    [Fact]
    public async Task A_token_endpoint_that_never_answers_is_an_ExternalApiTimeout()
    {
        await using var api = new OAuth2Api(_ => Reply.Ok(NoContacts), _ => Reply.Never);
        using var function = api.Function("contact-by-phone").With("GENESYS_API_TIMEOUT_MS", "50").With("GENESYS_API_MAX_ATTEMPTS", "1");

        (await function.InvokeAsync(Inputs)).AssertFailure(504, "ExternalApiTimeout", "The token endpoint did not reply in time");
    }

    [Fact]
    public async Task A_token_endpoint_that_cannot_be_reached_is_an_ExternalApiError()
    {
        await using var api = OAuth2Api.Answering(Reply.Ok(NoContacts));
        using var function = api.Function("contact-by-phone").With("GENESYS_TOKEN_URL", "http://127.0.0.1:9/token");

        (await function.InvokeAsync(Inputs)).AssertFailure(502, "ExternalApiError", "The token endpoint could not be reached");
    }

    [Fact]
    public async Task A_failed_token_request_is_not_cached()
    {
        var isBroken = true;
        OAuth2Api? self = null;
        await using var api = new OAuth2Api(_ => Reply.Ok(NoContacts), _ => isBroken ? Reply.Status(500) : self!.NextToken());
        self = api;
        using var function = api.Function("contact-by-phone");

        Assert.False((await function.InvokeAsync(Inputs)).Flag("success"));
        isBroken = false;
        (await function.InvokeAsync(Inputs)).AssertSuccess();
    }

    [Theory]
    [InlineData("the-bare-token")]
    [InlineData("""{"username":"u","password":"p"}""")]
    public async Task A_secret_without_a_client_is_a_ConfigurationError(string secret)
    {
        await using var api = OAuth2Api.Answering(Reply.Ok(NoContacts));
        using var function = api.Function("contact-by-phone").Secret(secret);

        (await function.InvokeAsync(Inputs)).AssertFailure(
            500, "ConfigurationError", "The secret named by GENESYS_API_SECRET_ID does not contain client_id and client_secret");
    }

    [Theory]
    [InlineData(null, null, "The setting GENESYS_REGION_DOMAIN is missing")]
    [InlineData("ftp://login.example", null, "The setting GENESYS_TOKEN_URL must be an https URL without a query, or an http URL of this machine")]
    public async Task A_missing_or_malformed_token_url_is_a_ConfigurationError(string? url, string? region, string message)
    {
        await using var api = OAuth2Api.Answering(Reply.Ok(NoContacts));
        using var function = api.Function("contact-by-phone").With("GENESYS_TOKEN_URL", url).With("GENESYS_REGION_DOMAIN", region);

        (await function.InvokeAsync(Inputs)).AssertFailure(500, "ConfigurationError", message);
    }

    [Fact]
    public async Task Gives_up_on_a_token_endpoint_that_keeps_asking_to_wait()
    {
        var time = new ManualTime();
        await using var api = new OAuth2Api(_ => Reply.Ok(NoContacts), _ => Reply.Status(503, "", "Retry-After: 4"));
        using var function = api.Function("contact-by-phone", time).With("GENESYS_API_MAX_ATTEMPTS", "10");

        // Nobody's own deadline ends it, since a function with minutes to spare may be the one that asks.
        var outputs = await time.PassUntilAsync(function.InvokeAsync(Inputs, new TestLambdaContext { RemainingTime = TimeSpan.FromMinutes(10) }));

        outputs.AssertFailure(502, "ExternalApiError", "The token endpoint replied with status 503");
        Assert.InRange(api.TokenRequests.Count, 2, 6);
    }

    [Theory]
    [InlineData("3600.0")]
    [InlineData("\"3600\"")]
    [InlineData("3600.5")]
    public async Task A_lifetime_may_be_text_or_have_decimals(string expiresIn)
    {
        await using var api = new OAuth2Api(_ => Reply.Ok(NoContacts), _ => Reply.Ok($$"""{"access_token":"t","expires_in":{{expiresIn}}}"""));
        using var function = api.Function("contact-by-phone");

        (await function.InvokeAsync(Inputs)).AssertSuccess();
        (await function.InvokeAsync(Inputs)).AssertSuccess();

        Assert.Single(api.TokenRequests);
    }

    // Twice as many if the request sent at start-up had already failed when the invocation asked for a token.
    private static void AssertAttempts(int expected, OAuth2Api api) => Assert.Contains(api.TokenRequests.Count, new[] { expected, 2 * expected });

    private static string Basic(string client) => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(client));
}
