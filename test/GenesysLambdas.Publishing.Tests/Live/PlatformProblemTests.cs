using GenesysLambdas.Publishing.Platform;
using GenesysLambdas.Publishing.Tests.Platform;

namespace GenesysLambdas.Publishing.Tests.Live;

public sealed class PlatformProblemTests
{
    [Theory]
    [InlineData(OAuthClient.IdVariable, null, "Set GENESYSCLOUD_OAUTHCLIENT_ID")]
    [InlineData(OAuthClient.SecretVariable, " ", "Set GENESYSCLOUD_OAUTHCLIENT_SECRET")]
    [InlineData(PlatformRegion.NameVariable, null, "Set GENESYSCLOUD_REGION to the organization's AWS region")]
    [InlineData(PlatformRegion.NameVariable, "mypurecloud.ie", "'mypurecloud.ie', which is not an AWS region")]
    [InlineData(PlatformRegion.DomainVariable, "https://api.mypurecloud.ie", "without https://")]
    [InlineData(PlatformRegion.DomainVariable, "api.mypurecloud.ie", "without a host")]
    [InlineData(PlatformRegion.DomainVariable, "mypurecloud.de", "GENESYS_REGION_DOMAIN says mypurecloud.de, but GENESYSCLOUD_REGION says mypurecloud.ie")]
    public async Task Reports_problems_with_the_environment_before_sending_anything(string variable, string? value, string sentence)
    {
        await using var organization = await LiveOrganization.StartAsync();
        organization.Set(variable, value);

        Assert.Equal(1, await organization.PublishAsync("--yes"));

        Assert.Contains(sentence, organization.Error, StringComparison.Ordinal);
        Assert.Empty(organization.Api.Requests);
    }

    [Fact]
    public async Task The_domain_alone_names_the_region()
    {
        await using var organization = await LiveOrganization.StartAsync();
        organization.Set(PlatformRegion.NameVariable, null);
        organization.Set(PlatformRegion.DomainVariable, "mypurecloud.ie");

        Assert.Equal(0, await organization.PublishAsync("--dry-run"));
    }

    [Theory]
    [InlineData(OAuthClient.IdVariable)]
    [InlineData(OAuthClient.SecretVariable)]
    public async Task Distinguishes_a_rejected_client_from_a_missing_permission(string variable)
    {
        await using var organization = await LiveOrganization.StartAsync();
        organization.Set(variable, "another");

        Assert.Equal(1, await organization.PublishAsync("--yes"));

        Assert.Contains("rejected the OAuth client. Check GENESYSCLOUD_OAUTHCLIENT_ID", organization.Error, StringComparison.Ordinal);
        Assert.Contains("mypurecloud.ie", organization.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("integrations:integration:view", "read the integrations")]
    [InlineData("integrations:action:view", "read the actions")]
    [InlineData("integrations:action:add", "make the draft of 'Current Weather'")]
    [InlineData("integrations:action:edit", "validate the draft of 'Current Weather'")]
    public async Task A_missing_permission_is_named(string permission, string what)
    {
        await using var organization = await LiveOrganization.StartAsync();
        organization.Api.Permissions.Remove(permission);

        Assert.Equal(1, await organization.PublishAsync("--yes"));

        Assert.Contains($"The OAuth client may not {what}", organization.Error, StringComparison.Ordinal);
        Assert.Contains(permission, organization.Error, StringComparison.Ordinal);
        Assert.Contains("correlation id", organization.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_is_revoked_meanwhile_is_renewed()
    {
        await using var organization = await LiveOrganization.StartAsync();
        organization.Api.BeforeNext("POST", "/drafts", organization.Api.RevokeTokens);

        Assert.Equal(0, await organization.PublishAsync("--yes"));

        Assert.Equal(2, organization.Api.Requests.Count(request => request.PathAndQuery == "/oauth/token"));
        Assert.Equal(2, organization.Api.Actions.Count);
    }

    [Theory]
    [InlineData("GET", "/integrations/actions", 503)]
    [InlineData("POST", "/oauth/token", 503)]
    [InlineData("POST", "/drafts", 429)]
    [InlineData("POST", "/draft/publish", 429)]
    public async Task Retries_what_was_not_done_or_is_safe(string method, string path, int status)
    {
        await using var organization = await LiveOrganization.StartAsync();
        organization.Api.FailNext(method, path, Fault.Status(status, retryAfter: status == 429 ? 20 : null));
        if (status == 429)
        {
            organization.Meanwhile = async () =>
            {
                await organization.Time.SomeoneWaitsAsync(TimeSpan.FromSeconds(20));
                organization.Time.Advance(TimeSpan.FromSeconds(20));
            };
        }

        Assert.Equal(0, await organization.PublishAsync("--yes"));

        Assert.Equal(2, organization.Api.Actions.Count);
        if (status == 429)
        {
            Assert.Contains("Genesys Cloud is rate limiting our requests: waiting 20 s.", organization.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("cut off")]
    [InlineData("not JSON")]
    public async Task Retries_a_list_that_does_not_arrive(string fault)
    {
        await using var organization = await LiveOrganization.StartAsync();
        organization.Api.FailNext("GET", "/integrations/actions/drafts", fault == "cut off" ? Fault.CutOff : Fault.NotJson);

        Assert.Equal(0, await organization.PublishAsync("--yes"));

        Assert.Equal(2, organization.Api.Actions.Count);
    }

    [Fact]
    public async Task Retries_a_list_that_takes_more_than_70_seconds()
    {
        await using var organization = await LiveOrganization.StartAsync();
        organization.Api.FailNext("GET", "/integrations/actions/drafts", Fault.Never);
        organization.Meanwhile = async () =>
        {
            while (organization.Api.Unused.Count > 0)
            {
                await Task.Delay(1, TestContext.Current.CancellationToken);
            }

            organization.Time.Advance(TimeSpan.FromSeconds(69));
            Assert.Single(organization.Api.Requests, request => request.PathAndQuery.Contains("/drafts?", StringComparison.Ordinal));
            organization.Time.Advance(TimeSpan.FromSeconds(1));
        };

        Assert.Equal(0, await organization.PublishAsync("--yes"));

        Assert.Equal(2, organization.Api.Actions.Count);
    }

    [Fact]
    public async Task Does_not_retry_what_may_have_been_done()
    {
        await using var organization = await LiveOrganization.StartAsync();
        organization.Api.FailNext("POST", "/drafts", Fault.Status(500));

        Assert.Equal(1, await organization.PublishAsync("--yes"));

        Assert.Equal(["POST drafts"], organization.Changes);
        Assert.Contains("Tried to make the draft of 'Current Weather', but Genesys Cloud failed with status 500. It is not known whether this was done", organization.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_an_untrusted_certificate_at_once()
    {
        await using var organization = await LiveOrganization.StartAsync();
        organization.Network = api => api.CreateHandler(isTrusted: false);

        Assert.Equal(1, await organization.PublishAsync("--yes"));

        Assert.Contains("is not trusted: The remote certificate", organization.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("retrying", organization.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_a_host_that_does_not_answer()
    {
        await using var organization = await LiveOrganization.StartAsync();
        organization.Network = _ => new SocketsHttpHandler
        {
            ConnectTimeout = TimeSpan.FromMilliseconds(1),
            ConnectCallback = async (_, connectTimeout) =>
            {
                await Task.Delay(Timeout.Infinite, connectTimeout);
                return Stream.Null;
            },
        };

        Assert.Equal(1, await organization.PublishAsync("--yes"));

        Assert.Contains("Cannot reach Genesys Cloud; retrying.", organization.Error, StringComparison.Ordinal);
        Assert.Contains("Cannot reach Genesys Cloud in mypurecloud.ie to read the integrations", organization.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wait_that_is_too_long_is_refused()
    {
        await using var organization = await LiveOrganization.StartAsync();
        organization.Api.FailNext("POST", "/drafts", Fault.Status(429, retryAfter: 3600));

        Assert.Equal(1, await organization.PublishAsync("--yes"));

        Assert.Contains("too many requests. Run the command again in 60 minutes.", organization.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_an_action_that_was_deleted_in_the_meantime()
    {
        await using var organization = await LiveOrganization.StartAsync();
        organization.Api.FailNext("POST", "/draft/publish", Fault.Status(404));

        Assert.Equal(1, await organization.PublishAsync("--yes"));

        Assert.Contains("it is no longer in Genesys Cloud", organization.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verbose_shows_each_request_and_no_token()
    {
        await using var organization = await LiveOrganization.StartAsync();

        Assert.Equal(0, await organization.PublishAsync("--yes", "--verbose"));

        Assert.Contains("POST /api/v2/integrations/actions/drafts: 200, correlation id ", organization.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Bearer", organization.Error, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task No_more_than_300_requests_are_sent_in_a_minute()
    {
        await using var organization = await LiveOrganization.StartAsync();
        using var network = organization.Api.CreateHandler();
        var said = new List<string>();
        using var client = new GenesysLambdas.Publishing.Platform.PlatformClient(
            new(variable => variable switch
            {
                OAuthClient.IdVariable => PlatformTokens.ClientId,
                OAuthClient.SecretVariable => PlatformTokens.ClientSecret,
                PlatformRegion.DomainVariable => "mypurecloud.ie",
                _ => null,
            }, network, organization.Time), said.Add, _ => { });
        var asking = AskAsync();

        await organization.Time.SomeoneWaitsAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(300, organization.Api.Requests.Count(request => request.Host == PlatformHosts.Api));
        organization.Time.Advance(TimeSpan.FromMinutes(1));

        await asking;
        Assert.Empty(said);

        async Task AskAsync()
        {
            for (var i = 0; i < 301; i++)
            {
                await client.SendAsync(GenesysLambdas.Publishing.Platform.PlatformRequest.Get("/api/v2/integrations", "read", "x"), TestContext.Current.CancellationToken);
            }
        }
    }
}
