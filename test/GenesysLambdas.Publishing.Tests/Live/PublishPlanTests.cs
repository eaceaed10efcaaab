using GenesysLambdas.Publishing.Tests.Platform;

namespace GenesysLambdas.Publishing.Tests.Live;

/// <summary>What the plan says, and leaves alone.</summary>
public sealed class PublishPlanTests
{
    [Fact]
    public async Task A_different_contract_is_left_alone_with_advice_about_a_new_version()
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

        organization.Action("List Invocations").EditPublished(action => action["config"]!["timeoutSeconds"] = 60);
        Assert.Equal(2, await organization.PublishAsync("--yes"));
        Assert.Equal(15, (int)organization.Action("List Invocations").Published!["config"]!["timeoutSeconds"]!);
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
    public async Task An_action_that_was_made_for_secure_flows_is_left_alone()
    {
        await using var organization = await LiveOrganization.StartAsync();
        await organization.PublishAsync("--yes");
        organization.Action("Current Weather").EditPublished(action => action["secure"] = true);

        Assert.Equal(2, await organization.PublishAsync("--yes"));

        Assert.Contains("it is for secure flows only", organization.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_that_was_never_published_gets_the_contract_of_the_code()
    {
        await using var organization = await LiveOrganization.StartAsync();
        await organization.PublishAsync("current-weather", "--yes", "--draft");
        organization.Action("Current Weather").EditDraft(draft => draft["contract"]!["output"]!["successSchema"]!["properties"]!["temperature"]!["type"] = "string");

        Assert.Equal(0, await organization.PublishAsync("current-weather", "--yes"));

        Assert.Contains("output temperature was string and is number", organization.Out, StringComparison.Ordinal);
        Assert.Equal("number", (string?)organization.Action("Current Weather").Published!["contract"]!["output"]!["successSchema"]!["properties"]!["temperature"]!["type"]);
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
    public async Task Ignores_an_action_with_the_same_name_in_another_integration()
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
    public async Task A_draft_that_someone_has_started_is_left_alone()
    {
        await using var organization = await LiveOrganization.StartAsync();
        await organization.PublishAsync("--yes");
        var weather = organization.Action("Current Weather");
        weather.EditPublished(action => action["config"]!["timeoutSeconds"] = 60);
        weather.StartDraft();
        weather.EditDraft(action => action["config"]!["request"]!["headers"]!["x-try"] = "1");
        var before = organization.Changes.Count;

        Assert.Equal(2, await organization.PublishAsync("--yes"));

        Assert.Contains("someone has started a draft of it", organization.Out, StringComparison.Ordinal);
        Assert.Equal(before, organization.Changes.Count);
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
}
