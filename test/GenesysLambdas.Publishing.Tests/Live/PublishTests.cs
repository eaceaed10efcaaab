using System.Text.Json.Nodes;

namespace GenesysLambdas.Publishing.Tests.Live;

/// <summary><c>actions publish</c> against a stand-in of the platform API.</summary>
public sealed class PublishTests
{
    [Fact]
    public async Task New_actions_are_made_as_drafts_validated_and_published()
    {
        await using var organization = await LiveOrganization.StartAsync();

        Assert.Equal(0, await organization.PublishAsync("--yes"));

        Assert.Equal(["POST drafts", "POST publish", "POST drafts", "POST publish"], organization.Changes);
        Assert.Equal(2, organization.Api.Requests.Count(request => request.PathAndQuery.EndsWith("/draft/validation", StringComparison.Ordinal)));
        var weather = organization.Action("Current Weather");
        Assert.Null(weather.Draft);
        Assert.Equal(15, (int)weather.Published!["config"]!["timeoutSeconds"]!);
        Assert.Equal(LiveOrganization.WeatherArn, (string?)weather.Published["config"]!["request"]!["requestUrlTemplate"]);
        var committed = organization.Repository.Action("current-weather");
        Assert.True(JsonNode.DeepEquals(committed["contract"], weather.Published["contract"]));
        Assert.True(JsonNode.DeepEquals(committed["config"]!["response"], weather.Published["config"]!["response"]));
        Assert.Equal("Lookups", (string?)weather.Published["category"]);
        Assert.Contains("create       Current Weather", organization.Out, StringComparison.Ordinal);
        Assert.Contains("[2/2] List Invocations: published", organization.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_second_run_finds_nothing_to_do(bool byUri)
    {
        await using var organization = await LiveOrganization.StartAsync();
        organization.Api.Options.TemplatesByUri = byUri;
        await organization.PublishAsync("--yes");
        var changes = organization.Changes.Count;

        Assert.Equal(0, await organization.PublishAsync());

        Assert.Equal(changes, organization.Changes.Count);
        Assert.Contains("There is nothing to publish.", organization.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_published_action_is_updated_in_place()
    {
        await using var organization = await LiveOrganization.StartAsync();
        await organization.PublishAsync("--yes");
        var weather = organization.Action("Current Weather");
        weather.EditPublished(action =>
        {
            action["config"]!["timeoutSeconds"] = 60;
            action["config"]!["request"]!["requestUrlTemplate"] = LiveOrganization.HistoryArn;
            action["config"]!["request"]!["headers"]!["x-old"] = "1";
            action["config"]!["response"]!["successTemplate"] = "${rawResult}";
        });
        var before = organization.Changes.Count;

        Assert.Equal(0, await organization.PublishAsync("--yes"));

        Assert.Equal(["POST draft", "PATCH draft", "POST publish"], organization.Changes.Skip(before));
        Assert.Contains("update       Current Weather", organization.Out, StringComparison.Ordinal);
        Assert.Contains("the time-out is 60, must be 15", organization.Out, StringComparison.Ordinal);
        Assert.Contains($"the function's ARN is \"{LiveOrganization.HistoryArn}\", must be \"{LiveOrganization.WeatherArn}\"", organization.Out, StringComparison.Ordinal);
        Assert.Contains("equal        List Invocations", organization.Out, StringComparison.Ordinal);
        var config = organization.Action("Current Weather").Published!["config"]!;
        Assert.Equal((15, "${result}", 0), ((int)config["timeoutSeconds"]!, (string)config["response"]!["successTemplate"]!, config["request"]!["headers"]!.AsObject().Count));
        Assert.Equal(weather.Id, organization.Action("Current Weather").Id);
    }

    [Fact]
    public async Task A_renamed_action_is_found_and_gets_its_name_back()
    {
        await using var organization = await LiveOrganization.StartAsync();
        await organization.PublishAsync("--yes");
        var weather = organization.Action("Current Weather");
        weather.EditPublished(action => action["name"] = "Wetter");

        Assert.Equal(0, await organization.PublishAsync("--yes"));

        Assert.Equal(weather.Id, organization.Action("Current Weather").Id);
        Assert.Equal(2, organization.Api.Actions.Count);
    }

    [Fact]
    public async Task Every_version_of_a_lookup_is_published_with_its_own_contract()
    {
        await using var organization = await LiveOrganization.StartAsync();
        await organization.PublishAsync("--yes");
        organization.Contracts = organization.Repository.Contracts = TestContracts.WithWind;
        Assert.Equal(0, await organization.Repository.ExportAsync("--new-version", "current-weather"));

        Assert.Equal(0, await organization.PublishAsync("--yes"));

        Assert.Null(organization.Action("Current Weather").Published!["contract"]!["output"]!["successSchema"]!["properties"]!["wind"]);
        Assert.NotNull(organization.Action("Current Weather v2").Published!["contract"]!["output"]!["successSchema"]!["properties"]!["wind"]);
    }

    [Fact]
    public async Task An_update_goes_through_a_draft_in_which_nothing_is_changed()
    {
        await using var organization = await LiveOrganization.StartAsync();
        await organization.PublishAsync("--yes");
        var weather = organization.Action("Current Weather");
        weather.EditPublished(action => action["config"]!["timeoutSeconds"] = 60);
        weather.StartDraft();

        Assert.Equal(0, await organization.PublishAsync("--yes"));

        Assert.Equal(15, (int)organization.Action("Current Weather").Published!["config"]!["timeoutSeconds"]!);
    }

    [Fact]
    public async Task With_draft_it_stops_before_publishing_and_the_next_run_publishes()
    {
        await using var organization = await LiveOrganization.StartAsync();

        Assert.Equal(0, await organization.PublishAsync("--yes", "--draft"));
        Assert.All(organization.Api.Actions, action => Assert.Null(action.Published));
        Assert.Contains("[1/2] Current Weather: the draft is valid", organization.Out, StringComparison.Ordinal);
        var before = organization.Changes.Count;

        Assert.Equal(0, await organization.PublishAsync("--yes"));
        Assert.Equal(["POST publish", "POST publish"], organization.Changes.Skip(before));
        Assert.All(organization.Api.Actions, action => Assert.Null(action.Draft));
    }
}
