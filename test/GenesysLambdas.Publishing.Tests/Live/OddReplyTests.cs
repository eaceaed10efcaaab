using GenesysLambdas.Publishing.Tests.Platform;

namespace GenesysLambdas.Publishing.Tests.Live;

/// <summary>Replies that no source describes. Whatever comes, a sentence says so, and nothing is made twice.</summary>
public sealed class OddReplyTests
{
    [Theory]
    [InlineData("GET", "/integrations", "[]", "not a JSON object")]
    [InlineData("GET", "/integrations", "\"\"", "not a JSON object")]
    [InlineData("GET", "/integrations", "", "not a JSON object")]
    [InlineData("GET", "/integrations", "{}", "'entities' is missing or invalid")]
    [InlineData("GET", "/integrations", """{"entities":[1,null,[],{"id":"a","integrationType":"aws-lambda-data-actions"}],"pageCount":1}""", "There is no integration")]
    [InlineData("GET", "/integrations/actions", """{"entities":{}}""", "'entities' is missing or invalid")]
    [InlineData("GET", "/integrations/actions", """{"entities":[],"entities":[]}""", "not a JSON object")]
    [InlineData("POST", "/oauth/token", "[]", "returned no token (status 200)")]
    [InlineData("POST", "/oauth/token", """{"access_token":["a"]}""", "returned no token (status 200)")]
    [InlineData("POST", "/drafts", """{"version":1}""", "'id' is missing or invalid")]
    [InlineData("POST", "/drafts", """{"id":7,"version":1}""", "'id' is missing or invalid")]
    [InlineData("POST", "/drafts", """{"id":"a","version":"1"}""", "'version' is missing or invalid")]
    public async Task A_reply_of_another_shape_is_refused_in_a_sentence(string method, string path, string body, string sentence)
    {
        await using var organization = await LiveOrganization.StartAsync();
        organization.Api.FailNext(method, path, Fault.Body(body));

        Assert.Equal(1, await organization.PublishAsync("--yes"));

        Assert.Contains(sentence, organization.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", organization.Error, StringComparison.Ordinal);
        Assert.Empty(organization.Api.Actions);
    }

    [Fact]
    public async Task A_list_that_does_not_say_how_many_pages_it_has_is_read_to_its_end()
    {
        await using var organization = await LiveOrganization.StartAsync();
        await organization.PublishAsync("--yes");
        organization.Api.FailNext("GET", "/integrations/actions", Fault.Body("""{"entities":[{"id":"a","name":"Create Booking"}]}"""));
        organization.Api.FailNext("GET", "/integrations/actions", Fault.Body($$"""{"entities":[{"id":"b","name":"Cancel Booking","integrationId":"{{organization.Integration!.Id}}"}]}"""));
        organization.Api.FailNext("GET", "/integrations/actions", Fault.Body("""{"entities":[]}"""));

        await organization.PublishAsync("--dry-run");

        Assert.Contains("other        Cancel Booking", organization.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publishes_nothing_unless_the_draft_is_valid()
    {
        await using var organization = await LiveOrganization.StartAsync();
        organization.Api.FailNext("GET", "/draft/validation", Fault.Body("""{"valid":"yes","errors":"none"}"""));

        Assert.Equal(1, await organization.PublishAsync("current-weather", "--yes"));

        Assert.Contains("No reason was given.", organization.Out, StringComparison.Ordinal);
        Assert.Null(organization.Action("Current Weather").Published);
    }

    [Fact]
    public async Task A_version_that_is_not_a_number_is_not_guessed()
    {
        await using var organization = await LiveOrganization.StartAsync();
        await organization.PublishAsync("--yes");
        organization.Api.FailNext("GET", $"/{organization.Action("Current Weather").Id}", Fault.Body("""{"version":"1"}"""));

        Assert.Equal(1, await organization.PublishAsync("--yes"));

        Assert.Contains("'version' is missing or invalid", organization.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publishing_needs_no_body_in_the_reply()
    {
        await using var organization = await LiveOrganization.StartAsync();
        organization.Api.FailNext("POST", "/draft/publish", Fault.Body("", 204) with { AfterEffect = true });

        Assert.Equal(0, await organization.PublishAsync("current-weather", "--yes"));

        Assert.NotNull(organization.Action("Current Weather").Published);
    }

    [Theory]
    [InlineData("[]", 1, "not a JSON object")]
    [InlineData("""{"success":"true","operations":[{"step":"1","success":1}],"finalResult":{}}""", 2, "has no output")]
    [InlineData("""{"success":true,"operations":[1],"finalResult":[]}""", 2, "has no outputs")]
    public async Task A_test_of_another_shape_is_not_a_success(string body, int exitCode, string sentence)
    {
        await using var organization = await LiveOrganization.StartAsync();
        await organization.PublishAsync("--yes");
        organization.Api.FailNext("POST", "/test", Fault.Body(body));

        Assert.Equal(exitCode, await organization.RunAsync("test", "current-weather", "city_name=Paris"));

        Assert.Contains(sentence, organization.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"results":{}}""")]
    [InlineData("""{"results":[{"group":"a","data":[{"metrics":[{"stats":{"count":"1"}}]}]}]}""")]
    [InlineData("""{"results":[{"group":{"actionId":"a"},"data":[{"metrics":[{"stats":{"count":"1","sum":null}}]}]}]}""")]
    public async Task Statistics_of_another_shape_count_nothing(string body)
    {
        await using var organization = await LiveOrganization.StartAsync();
        await organization.PublishAsync("--yes");
        organization.Api.FailNext("POST", "/aggregates/query", Fault.Body(body));

        Assert.Equal(0, await organization.RunAsync("status", "--stack-outputs", organization.Stack()));
    }

    [Fact]
    public async Task Names_and_messages_cannot_control_the_terminal()
    {
        await using var organization = await LiveOrganization.StartAsync();
        organization.Api.AddAction(PlatformClient.Body(organization.Integration!.Id, body => body["name"] = "A\u001b[2J"));
        organization.Api.FailNext("POST", "/drafts", Fault.Body("""{"message":"\u001b]0;x\u0007"}""", 400));

        await organization.PublishAsync("--yes");

        Assert.Contains(@"A\u001b[2J", organization.Out, StringComparison.Ordinal);
        Assert.Contains(@"\u001b]0;x\u0007", organization.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', organization.Out + organization.Error);
    }
}
