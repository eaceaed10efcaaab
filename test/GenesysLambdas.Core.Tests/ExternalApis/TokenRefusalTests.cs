using GenesysLambdas.Core.Caching;
using GenesysLambdas.Core.ExternalApis;
using GenesysLambdas.Testing;

namespace GenesysLambdas.Core.Tests.ExternalApis;

/// <summary>What a token endpoint has refused is not sent to it again for a while.</summary>
public sealed class TokenRefusalTests
{
    private const string Refused = "The token endpoint refused the client id and secret";

    private static readonly object Inputs = new { phoneNumber = "+15551234567" };
    private static readonly Reply NoContacts = Reply.Ok("""{"contacts":[]}""");

    private readonly ManualTime _time = new();

    [Theory]
    [InlineData(401, "", "ExternalApiUnauthorized", Refused)]
    [InlineData(403, "no", "ExternalApiUnauthorized", Refused)]
    [InlineData(400, """{"error":"invalid_client"}""", "ExternalApiUnauthorized", Refused)]
    [InlineData(400, """{"error":"invalid_scope"}""", "ExternalApiError", "The token endpoint replied with status 400, invalid_scope")]
    [InlineData(400, "", "ExternalApiError", "The token endpoint replied with status 400")]
    [InlineData(400, "<html>", "ExternalApiError", "The token endpoint replied with status 400")]
    [InlineData(404, "", "ExternalApiError", "The token endpoint replied with status 404")]
    [InlineData(422, """{"error":"invalid_client"}""", "ExternalApiUnauthorized", Refused)]
    [InlineData(302, "", "ExternalApiError", "The token endpoint replied with status 302")]
    [InlineData(200, """{"error":"invalid_client"}""", "ExternalApiUnauthorized", Refused)]
    public async Task A_refused_client_is_not_sent_repeatedly(int status, string body, string errorCode, string message)
    {
        OAuth2Api? self = null;
        var isBack = false;
        await using var api = new OAuth2Api(_ => NoContacts, _ => isBack ? self!.NextToken() : Reply.Status(status, body));
        self = api;
        using var function = api.Function("contact-by-phone", _time);

        for (var i = 0; i < 200; i++)
        {
            (await function.InvokeAsync(Inputs)).AssertFailure(502, errorCode, message);
        }

        Assert.Single(api.TokenRequests);
        Assert.InRange(function.SecretsManager.Invocations.Count, 1, 2);
        Assert.Equal(("refused-before", "GENESYS_TOKEN_URL"), (function.LogLines[^1].Text("reason"), function.LogLines[^1].Text("subject")));
        isBack = true;
        _time.Advance(CacheTimes.RefusalLifetime);
        (await function.InvokeAsync(Inputs)).AssertSuccess();
    }

    [Theory]
    [InlineData(400, """{"error":"unauthorized_client"}""")]
    [InlineData(400, """{"error":"invalid_client_id"}""")]
    [InlineData(400, """{"error":"invalid_grant"}""")]
    [InlineData(400, """{"error":{"code":"invalid_client"}}""")]
    [InlineData(400, "<html>")]
    [InlineData(401, "")]
    [InlineData(404, "")]
    [InlineData(422, """{"error":"invalid_client"}""")]
    [InlineData(200, """{"error":"unknown"}""")]
    public async Task A_rotated_client_heals_within_the_call_however_the_old_one_is_refused(int status, string body)
    {
        OAuth2Api? self = null;
        var refuses = true;
        await using var api = new OAuth2Api(_ => NoContacts, _ => refuses ? Refuse() : self!.NextToken());
        self = api;
        using var function = api.Function("contact-by-phone", _time).Secret("""{"client_id":"old","client_secret":"s"}""", """{"client_id":"new","client_secret":"s"}""");

        (await function.InvokeAsync(Inputs)).AssertSuccess();

        Assert.Equal(2, api.TokenRequests.Count);

        Reply Refuse()
        {
            refuses = false;
            return Reply.Status(status, body);
        }
    }

    [Theory]
    [InlineData("Retry-After: 3600")]
    [InlineData("Retry-After: Fri, 31 Dec 9999 23:59:59 GMT")]
    public async Task Sends_no_request_for_up_to_a_minute_if_the_endpoint_asks(string header)
    {
        OAuth2Api? self = null;
        var isBack = false;
        await using var api = new OAuth2Api(_ => NoContacts, _ => isBack ? self!.NextToken() : Reply.Status(429, "", header));
        self = api;
        using var function = api.Function("contact-by-phone", _time);

        for (var i = 0; i < 200; i++)
        {
            (await function.InvokeAsync(Inputs)).AssertFailure(503, "ExternalApiThrottled", "The token endpoint is rate limiting our requests");
        }

        Assert.Single(api.TokenRequests);
        isBack = true;
        _time.Advance(Refusals.Longest);
        (await function.InvokeAsync(Inputs)).AssertSuccess();
    }

    [Fact]
    public async Task Caches_a_429_without_RetryAfter_for_two_seconds()
    {
        OAuth2Api? self = null;
        var isBack = false;
        await using var api = new OAuth2Api(_ => NoContacts, _ => isBack ? self!.NextToken() : Reply.Status(429));
        self = api;
        using var function = api.Function("contact-by-phone", _time).With("GENESYS_API_MAX_ATTEMPTS", "1");

        for (var i = 0; i < 200; i++)
        {
            Assert.Equal("ExternalApiThrottled", (await function.InvokeAsync(Inputs)).Text("errorCode"));
        }

        Assert.Single(api.TokenRequests);
        isBack = true;
        _time.Advance(TimeSpan.FromSeconds(2));
        (await function.InvokeAsync(Inputs)).AssertSuccess();
    }

    [Fact]
    public async Task A_rotated_client_secret_works_within_the_call_even_if_the_old_one_was_refused()
    {
        OAuth2Api? self = null;
        var good = "Basic " + Convert.ToBase64String("c:new"u8);
        await using var api = new OAuth2Api(_ => NoContacts, request => request["Authorization"] == good ? self!.NextToken() : Reply.Status(401));
        self = api;
        using var function = api.Function("contact-by-phone", _time).Secret("""{"client_id":"c","client_secret":"old"}""");
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal("ExternalApiUnauthorized", (await function.InvokeAsync(Inputs)).Text("errorCode"));
            _time.Advance(TimeSpan.FromSeconds(3));
        }

        function.Secret("""{"client_id":"c","client_secret":"new"}""");
        (await function.InvokeAsync(Inputs)).AssertSuccess();
    }

    [Fact]
    public async Task A_refused_token_is_not_sent_repeatedly()
    {
        await using var api = OAuth2Api.Answering(Reply.Status(401));
        using var function = api.Function("contact-by-phone", _time);

        for (var i = 0; i < 200; i++)
        {
            (await function.InvokeAsync(Inputs)).AssertFailure(502, "ExternalApiUnauthorized", "The external API refused our credentials");
        }

        Assert.InRange(api.Requests.Count, 2, 4);
        Assert.Equal(2, api.TokenRequests.Count);
    }

    [Fact]
    public async Task Fifty_callers_at_once_send_one_request()
    {
        await using var api = new OAuth2Api(_ => NoContacts, _ => Reply.Status(401));
        using var function = api.Function("contact-by-phone", _time);

        for (var i = 0; i < 4; i++)
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => function.InvokeAsync(Inputs))));
            Assert.All(answers, outputs => outputs.AssertFailure(502, "ExternalApiUnauthorized", Refused));
        }

        Assert.Single(api.TokenRequests);
    }
}
