using System.Text.Json.Nodes;
using GenesysLambdas.Cli.Tests.Fakes;
using GenesysLambdas.Cli.Tests.Platform;

namespace GenesysLambdas.Cli.Tests.Publishing;

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
    public async Task A_second_run_finds_nothing_to_do_whether_templates_are_in_the_configuration_or_files(bool byUri)
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
    public async Task A_published_action_is_updated_where_it_is()
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
    public async Task An_action_that_was_renamed_is_found_by_its_function_and_contract_and_gets_its_name_back()
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
    public async Task A_contract_that_differs_is_left_alone_and_the_way_to_a_new_version_is_told()
    {
        await using var organization = await LiveOrganization.StartAsync();
        await organization.PublishAsync("--yes");
        var before = organization.Changes.Count;
        organization.Action("Current Weather").EditPublished(action => action["contract"]!["output"]!["successSchema"]!["properties"]!["temperature"]!["type"] = "string");

        Assert.Equal(2, await organization.PublishAsync("--yes"));

        Assert.Equal(before, organization.Changes.Count);
        Assert.Contains("new version  Current Weather", organization.Out, StringComparison.Ordinal);
        Assert.Contains("output temperature was string and is number", organization.Out, StringComparison.Ordinal);
        Assert.Contains("'actions retire current-weather --version 1'", organization.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_it_says_of_a_contract_that_differs_leads_to_a_new_version()
    {
        await using var organization = await LiveOrganization.StartAsync();
        await organization.PublishAsync("--yes");
        organization.Action("Current Weather").EditPublished(action => action["contract"]!["output"]!["successSchema"]!["properties"]!["temperature"]!["type"] = "string");

        Assert.Equal(0, await organization.RunAsync("retire", "current-weather", "--version", "1", "--yes"));
        await organization.Repository.CommitAsync();
        Assert.Equal(0, await organization.PublishAsync("--yes"));

        Assert.Equal("number", (string?)organization.Action("Current Weather v2").Published!["contract"]!["output"]!["successSchema"]!["properties"]!["temperature"]!["type"]);
    }

    [Fact]
    public async Task A_contract_that_differs_harmlessly_stays_and_the_rest_is_updated()
    {
        await using var organization = await LiveOrganization.StartAsync();
        await organization.PublishAsync("--yes");
        organization.Contracts = organization.Repository.Contracts = TestContracts.WithWind;
        await organization.Repository.CommitAsync();

        Assert.Equal(0, await organization.PublishAsync());
        Assert.Contains("equal        Current Weather", organization.Out, StringComparison.Ordinal);
        Assert.Contains("harmless: output wind is new", organization.Out, StringComparison.Ordinal);

        organization.Action("Current Weather").EditPublished(action => action["config"]!["timeoutSeconds"] = 60);
        Assert.Equal(0, await organization.PublishAsync("--yes"));
        var weather = organization.Action("Current Weather").Published!;
        Assert.Equal(15, (int)weather["config"]!["timeoutSeconds"]!);
        Assert.Null(weather["contract"]!["output"]!["successSchema"]!["properties"]!["wind"]);
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
    public async Task Nothing_is_published_that_is_not_committed()
    {
        await using var organization = await LiveOrganization.StartAsync();
        organization.Contracts = TestContracts.WithWind;

        Assert.Equal(1, await organization.PublishAsync("--yes"));

        Assert.Contains("output wind is new", organization.Error, StringComparison.Ordinal);
        Assert.Contains("'generate'", organization.Error, StringComparison.Ordinal);
        Assert.Empty(organization.Api.Requests);
    }

    [Fact]
    public async Task Actions_of_others_are_shown_and_left_alone()
    {
        await using var organization = await LiveOrganization.StartAsync();
        organization.Api.AddAction(PlatformClient.Body(organization.Integration!.Id, body => body["name"] = "Create Booking"));

        Assert.Equal(0, await organization.PublishAsync("--yes"));

        Assert.Contains("other        Create Booking", organization.Out, StringComparison.Ordinal);
        Assert.Equal(1, (int)organization.Action("Create Booking").Published!["version"]!);
    }

    [Fact]
    public async Task An_action_of_the_same_name_in_another_integration_is_none_of_ours()
    {
        await using var organization = await LiveOrganization.StartAsync();
        var other = organization.Api.AddIntegration("Web services", "custom-rest-actions");
        organization.Api.AddAction(PlatformClient.Body(other.Id, body => body["config"]!["request"]!["requestUrlTemplate"] = "https://api.example.com"));

        Assert.Equal(0, await organization.PublishAsync("current-weather", "--yes"));

        Assert.Equal(2, organization.Api.Actions.Count(action => action.Name == "Current Weather"));
    }

    [Fact]
    public async Task Two_actions_of_one_name_are_left_alone()
    {
        await using var organization = await LiveOrganization.StartAsync();
        for (var i = 0; i < 2; i++)
        {
            organization.Api.AddAction(PlatformClient.Body(organization.Integration!.Id));
        }

        Assert.Equal(2, await organization.PublishAsync("current-weather", "--yes"));

        Assert.Contains("2 actions could be this one ('Current Weather', 'Current Weather')", organization.Out, StringComparison.Ordinal);
        Assert.Empty(organization.Changes);
    }

    [Fact]
    public async Task A_draft_that_someone_has_begun_is_left_alone()
    {
        await using var organization = await LiveOrganization.StartAsync();
        await organization.PublishAsync("--yes");
        var weather = organization.Action("Current Weather");
        weather.EditPublished(action => action["config"]!["timeoutSeconds"] = 60);
        weather.StartDraft();
        weather.EditDraft(action => action["config"]!["request"]!["headers"]!["x-try"] = "1");
        var before = organization.Changes.Count;

        Assert.Equal(2, await organization.PublishAsync("--yes"));

        Assert.Contains("someone has begun a draft of it", organization.Out, StringComparison.Ordinal);
        Assert.Equal(before, organization.Changes.Count);
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
    public async Task A_dry_run_ends_with_the_plan()
    {
        await using var organization = await LiveOrganization.StartAsync();

        Assert.Equal(0, await organization.PublishAsync("--dry-run"));

        Assert.Contains("create       Current Weather", organization.Out, StringComparison.Ordinal);
        Assert.Empty(organization.Changes);
    }

    [Theory]
    [InlineData("y", 0, 2)]
    [InlineData("n", 1, 0)]
    [InlineData(null, 1, 0)]
    public async Task It_asks_before_it_changes_anything(string? typed, int exitCode, int actions)
    {
        await using var organization = await LiveOrganization.StartAsync();
        organization.Typed = typed;

        Assert.Equal(exitCode, await organization.PublishAsync());

        Assert.Equal(actions, organization.Api.Actions.Count);
        if (typed is null)
        {
            Assert.Contains("--yes", organization.Error, StringComparison.Ordinal);
        }
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

    [Fact]
    public async Task Only_the_named_lookups_are_published()
    {
        await using var organization = await LiveOrganization.StartAsync();

        Assert.Equal(0, await organization.PublishAsync("list-invocations", "--yes"));

        Assert.Equal("List Invocations", Assert.Single(organization.Api.Actions).Name);
    }

    [Fact]
    public async Task A_lookup_that_is_not_deployed_is_skipped_and_refused_where_it_is_named()
    {
        await using var organization = await LiveOrganization.StartAsync();
        var stack = organization.Stack(withHistory: false);

        Assert.Equal(0, await organization.RunAsync("publish", "--stack-outputs", stack, "--yes"));
        Assert.Equal("Current Weather", Assert.Single(organization.Api.Actions).Name);
        Assert.Contains("skip         List Invocations", organization.Out, StringComparison.Ordinal);

        Assert.Equal(1, await organization.RunAsync("publish", "list-invocations", "--stack-outputs", stack, "--yes"));
        Assert.Contains("ListInvocationsFunctionArn", organization.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_ARNs_it_says_how_to_give_them()
    {
        await using var organization = await LiveOrganization.StartAsync();

        Assert.Equal(1, await organization.RunAsync("publish", "--yes"));

        Assert.Contains("--stack-outputs", organization.Error, StringComparison.Ordinal);
        Assert.Empty(organization.Api.Requests);
    }

    [Fact]
    public async Task What_Genesys_Cloud_objects_to_is_shown_with_its_place_in_the_contract()
    {
        await using var organization = await LiveOrganization.StartAsync();
        var (weather, history) = (TestContracts.Weather, TestContracts.History);
        organization.Contracts = organization.Repository.Contracts = [weather with { Inputs = [weather.Inputs[0] with { Name = "orgId" }] }, history];
        organization.Repository.Write("actions/retired.txt", "");
        File.Delete(organization.Repository.At("actions/current-weather.json"));
        await organization.Repository.CommitAsync();

        Assert.Equal(1, await organization.PublishAsync("--yes"));

        Assert.Contains("[1/2] Current Weather: Genesys Cloud objects to the draft", organization.Out, StringComparison.Ordinal);
        Assert.Contains("input orgId: ", organization.Out, StringComparison.Ordinal);
        Assert.Null(organization.Action("Current Weather").Published);
        Assert.NotNull(organization.Action("List Invocations").Published);
    }

    [Theory]
    [InlineData("POST", "/drafts")]
    [InlineData("POST", "/draft/publish")]
    public async Task A_run_that_fails_half_way_says_what_was_done_and_the_next_one_finishes_the_job(string method, string path)
    {
        await using var organization = await LiveOrganization.StartAsync();
        organization.Api.FailNext(method, path, Fault.CutOff with { AfterEffect = true });

        Assert.Equal(1, await organization.PublishAsync("--yes"));
        Assert.Contains("0 of 2 done; 'Current Weather' failed. Run this again to finish.", organization.Error, StringComparison.Ordinal);
        Assert.Contains("Whether it was done is not known", organization.Error, StringComparison.Ordinal);

        Assert.Equal(0, await organization.PublishAsync("--yes"));
        Assert.Equal(["Current Weather", "List Invocations"], organization.Api.Actions.Select(action => action.Name).Order());
        Assert.All(organization.Api.Actions, action => Assert.True(action.Published is not null && action.Draft is null));
    }

    [Fact]
    public async Task A_run_that_is_interrupted_says_what_was_done()
    {
        await using var organization = await LiveOrganization.StartAsync();
        using var interruption = new CancellationTokenSource();
        organization.Interrupted = interruption.Token;
        organization.Api.BeforeNext("POST", "/draft/publish", () => organization.Api.BeforeNext("POST", "/draft/publish", interruption.Cancel));

        Assert.Equal(130, await organization.PublishAsync("--yes"));

        Assert.Contains("1 of 2 done; 'List Invocations' may be half done. Run this again to finish.", organization.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST", "/draft")]
    [InlineData("PATCH", "/draft")]
    [InlineData("POST", "/draft/publish")]
    public async Task An_update_that_fails_half_way_is_finished_by_the_next_run(string method, string path)
    {
        await using var organization = await LiveOrganization.StartAsync();
        await organization.PublishAsync("--yes");
        organization.Action("Current Weather").EditPublished(action => action["config"]!["timeoutSeconds"] = 60);
        organization.Api.FailNext(method, path, Fault.Status(503) with { AfterEffect = true });

        Assert.Equal(1, await organization.PublishAsync("--yes"));
        Assert.Equal(0, await organization.PublishAsync("--yes"));

        var weather = organization.Action("Current Weather");
        Assert.Equal((15, null), ((int)weather.Published!["config"]!["timeoutSeconds"]!, weather.Draft));
    }

    [Theory]
    [InlineData(409)]
    [InlineData(400)]
    public async Task What_someone_else_changes_in_between_is_not_overwritten(int status)
    {
        await using var organization = await LiveOrganization.StartAsync();
        organization.Api.Options.VersionConflict = status;
        await organization.PublishAsync("--yes", "--draft");
        organization.Api.BeforeNext("POST", "/draft/publish", () => organization.Action("Current Weather").EditDraft(action => action["config"]!["timeoutSeconds"] = 5));

        Assert.Equal(1, await organization.PublishAsync("current-weather", "--yes"));

        Assert.Contains("someone changed it", organization.Error, StringComparison.Ordinal);
        Assert.Equal(5, (int)organization.Action("Current Weather").Draft!["config"]!["timeoutSeconds"]!);
    }

    [Fact]
    public async Task Actions_beyond_the_first_page_are_found()
    {
        await using var organization = await LiveOrganization.StartAsync();
        await organization.PublishAsync("--yes");
        for (var i = 0; i < 230; i++)
        {
            organization.Api.AddAction(PlatformClient.Body(organization.Integration!.Id, body => body["name"] = $"A {i}"));
        }

        Assert.Equal(0, await organization.PublishAsync());

        Assert.Contains("equal        Current Weather", organization.Out, StringComparison.Ordinal);
        Assert.Contains("other        A 229", organization.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_integration_that_is_not_active_is_told()
    {
        await using var organization = await LiveOrganization.StartAsync(withIntegration: false);
        organization.Api.AddIntegration("Lookups", state: "INACTIVE");

        Assert.Equal(0, await organization.PublishAsync("--yes"));

        Assert.Contains("'Lookups' in mypurecloud.ie is INACTIVE: activate it", organization.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_integration_it_says_how_to_make_one()
    {
        await using var organization = await LiveOrganization.StartAsync(withIntegration: false);

        Assert.Equal(1, await organization.PublishAsync("--yes"));

        Assert.Contains("Admin > Integrations > Integrations", organization.Error, StringComparison.Ordinal);
        Assert.Contains("GenesysCloudRoleArn", organization.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_integrations_one_is_chosen_by_its_name()
    {
        await using var organization = await LiveOrganization.StartAsync();
        var second = organization.Api.AddIntegration("Test lookups");

        Assert.Equal(1, await organization.PublishAsync("--yes"));
        Assert.Contains("'Lookups', 'Test lookups'. Choose one with --integration.", organization.Error, StringComparison.Ordinal);
        Assert.Equal(1, await organization.PublishAsync("--yes", "--integration", "test lookups"));
        Assert.Contains("named 'test lookups'. The organization has: 'Lookups', 'Test lookups'.", organization.Error, StringComparison.Ordinal);

        Assert.Equal(0, await organization.PublishAsync("--yes", "--integration", "Test lookups"));
        Assert.All(organization.Api.Actions, action => Assert.Equal(second.Id, (string?)action.Published!["integrationId"]));
    }
}
