using System.Text;
using GenesysLambdas.Testing;

namespace GenesysLambdas.Core.Tests.ExternalApis;

public sealed class OAuth2Tests
{
    private const string NoContacts = """{"contacts":[]}""";

    private static readonly object Inputs = new { phoneNumber = "+15551234567" };

    [Fact]
    public async Task Requests_a_token_with_HTTP_Basic_and_a_form_and_sends_it_to_the_API()
    {
        await using var api = OAuth2Api.Answering(Reply.Ok(NoContacts));
        using var function = api.Function("contact-by-phone");

        (await function.InvokeAsync(Inputs)).AssertSuccess();

        var asked = Assert.Single(api.TokenRequests);
        Assert.Equal("POST", asked.Method);
        Assert.Equal("Basic " + Convert.ToBase64String("the-client:s3cret"u8), asked["Authorization"]);
        Assert.Equal("application/x-www-form-urlencoded", asked["Content-Type"]);
        Assert.Equal("grant_type=client_credentials", asked.Body);
        Assert.Equal("Bearer token-1", api.Request["Authorization"]);
    }

    [Fact]
    public async Task A_secret_with_a_scope_asks_for_that_scope()
    {
        await using var api = OAuth2Api.Answering(Reply.Ok(NoContacts));
        using var function = api.Function("contact-by-phone").Secret("""{"client_id":"c","client_secret":"s","scope":"contacts:read & more"}""");

        (await function.InvokeAsync(Inputs)).AssertSuccess();

        Assert.Equal("grant_type=client_credentials&scope=contacts%3Aread+%26+more", Assert.Single(api.TokenRequests).Body);
    }

    [Fact]
    public async Task A_token_is_cached_until_30_seconds_before_it_expires()
    {
        var time = new ManualTime();
        await using var api = OAuth2Api.Answering(Reply.Ok(NoContacts));
        using var function = api.Function("contact-by-phone", time);

        await function.InvokeAsync(Inputs);
        time.Advance(TimeSpan.FromSeconds(86399 - 30) - TimeSpan.FromTicks(1));
        await function.InvokeAsync(Inputs);
        time.Advance(TimeSpan.FromTicks(1));
        await function.InvokeAsync(Inputs);

        Assert.Equal(["Bearer token-1", "Bearer token-1", "Bearer token-2"], api.Requests.Select(request => request["Authorization"]));
        Assert.Equal(2, api.TokenRequests.Count);
    }

    [Fact]
    public async Task Caches_a_token_without_a_lifetime_for_five_minutes_less_the_margin()
    {
        var time = new ManualTime();
        await using var api = new OAuth2Api(_ => Reply.Ok(NoContacts), _ => Reply.Ok("""{"access_token":"t"}"""));
        using var function = api.Function("contact-by-phone", time);

        await function.InvokeAsync(Inputs);
        time.Advance(TimeSpan.FromSeconds(215));
        await function.InvokeAsync(Inputs);
        Assert.Single(api.TokenRequests);
        time.Advance(TimeSpan.FromSeconds(55));
        await function.InvokeAsync(Inputs);
        Assert.Equal(2, api.TokenRequests.Count);
    }

    [Fact]
    public async Task A_token_is_renewed_in_the_background_before_it_expires()
    {
        var time = new ManualTime();
        var renewed = new TaskCompletionSource();
        OAuth2Api? self = null;
        var tokens = 0;
        await using var api = new OAuth2Api(_ => Reply.Ok(NoContacts), _ =>
        {
            if (Interlocked.Increment(ref tokens) == 1)
            {
                return self!.NextToken(expiresIn: 630);
            }

            renewed.TrySetResult();
            return Reply.Never;
        });
        self = api;
        using var function = api.Function("contact-by-phone", time);

        await function.InvokeAsync(Inputs);
        time.Advance(TimeSpan.FromSeconds(480));
        (await function.InvokeAsync(Inputs)).AssertSuccess();

        await renewed.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.All(api.Requests, request => Assert.Equal("Bearer token-1", request["Authorization"]));
    }

    [Fact]
    public async Task A_token_with_a_very_short_lifetime_is_not_cached()
    {
        OAuth2Api? self = null;
        await using var api = new OAuth2Api(_ => Reply.Ok(NoContacts), _ => self!.NextToken(expiresIn: 30));
        self = api;
        using var function = api.Function("contact-by-phone");

        (await function.InvokeAsync(Inputs)).AssertSuccess();
        (await function.InvokeAsync(Inputs)).AssertSuccess();

        // One more where the first, asked for as the function started, came before the first invocation wanted it.
        Assert.InRange(api.TokenRequests.Count, 2, 3);
    }

    [Fact]
    public async Task A_hundred_concurrent_invocations_cause_one_secret_request_and_one_token_request()
    {
        await using var api = OAuth2Api.Answering(Reply.Ok(NoContacts));
        using var function = api.Function("contact-by-phone");

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => function.InvokeAsync(Inputs))));

        Assert.All(answers, outputs => outputs.AssertSuccess());
        Assert.Equal(100, api.Requests.Count);
        Assert.Single(api.TokenRequests);
        Assert.Single(function.SecretsManager.Invocations);
    }

    [Fact]
    public async Task A_hundred_invocations_whose_token_was_revoked_cause_one_more_token_request()
    {
        await using var api = new OAuth2Api(request => request["Authorization"] == "Bearer token-1" ? Reply.Status(401) : Reply.Ok(NoContacts));
        using var function = api.Function("contact-by-phone");

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => function.InvokeAsync(Inputs))));

        Assert.All(answers, outputs => outputs.AssertSuccess());
        Assert.Equal(2, api.TokenRequests.Count);
        Assert.Single(function.SecretsManager.Invocations);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task A_token_that_is_refused_is_dropped_and_the_request_sent_once_more(int status)
    {
        await using var api = new OAuth2Api(request => request["Authorization"] == "Bearer token-1" ? Reply.Status(status) : Reply.Ok(NoContacts));
        using var function = api.Function("contact-by-phone");

        (await function.InvokeAsync(Inputs)).AssertSuccess();

        Assert.Equal(["Bearer token-1", "Bearer token-2"], api.Requests.Select(request => request["Authorization"]));
        Assert.Single(function.SecretsManager.Invocations);
    }

    [Fact]
    public async Task A_second_refusal_is_ExternalApiUnauthorized_and_does_not_hammer_the_token_endpoint()
    {
        var time = new ManualTime();
        await using var api = OAuth2Api.Answering(Reply.Status(403));
        using var function = api.Function("contact-by-phone", time);

        (await function.InvokeAsync(Inputs)).AssertFailure(502, "ExternalApiUnauthorized", "The external API refused our credentials");
        await function.InvokeAsync(Inputs);
        await function.InvokeAsync(Inputs);
        Assert.Equal((4, 2), (api.Requests.Count, api.TokenRequests.Count));

        time.Advance(TimeSpan.FromSeconds(10));
        await function.InvokeAsync(Inputs);
        Assert.Equal((6, 3), (api.Requests.Count, api.TokenRequests.Count));
    }

    [Fact]
    public async Task Any_external_API_can_be_authenticated_by_oauth2()
    {
        await using var api = OAuth2Api.Answering(Reply.Ok("""{"status":"not_found","data":null}"""));
        using var function = api.Function("customer-by-phone").With("CRM_API_AUTH", "oauth2").With("CRM_API_TOKEN_URL", $"{api.BaseUrl}/oauth/token");

        (await function.InvokeAsync(Inputs)).AssertSuccess();

        Assert.Equal("Bearer token-1", api.Request["Authorization"]);
    }

    [Fact]
    public async Task Neither_the_token_nor_the_secret_is_answered_or_logged()
    {
        await using var api = OAuth2Api.Answering(Reply.Status(500, """{"message":"token-1"}"""));
        using var function = api.Function("contact-by-phone");

        var told = (await function.InvokeAsync(Inputs)).GetRawText() + function.Log;

        Assert.All(["token-1", "s3cret", "the-client", Basic("the-client:s3cret")], secret => Assert.DoesNotContain(secret, told, StringComparison.Ordinal));
    }

    private static string Basic(string client) => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(client));
}
