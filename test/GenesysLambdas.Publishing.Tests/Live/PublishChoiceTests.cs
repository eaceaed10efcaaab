namespace GenesysLambdas.Publishing.Tests.Live;

/// <summary>Which actions of which integration are published, and whether.</summary>
public sealed class PublishChoiceTests
{
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
    public async Task Only_the_named_lookups_are_published()
    {
        await using var organization = await LiveOrganization.StartAsync();

        Assert.Equal(0, await organization.PublishAsync("list-invocations", "--yes"));

        Assert.Equal("List Invocations", Assert.Single(organization.Api.Actions).Name);
    }

    [Fact]
    public async Task A_lookup_that_is_not_deployed_is_skipped_or_refused_if_named()
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
    public async Task Reports_an_inactive_integration()
    {
        await using var organization = await LiveOrganization.StartAsync(withIntegration: false);
        organization.Api.AddIntegration("Lookups", state: "INACTIVE");

        Assert.Equal(0, await organization.PublishAsync("--yes"));

        Assert.Contains("'Lookups' in mypurecloud.ie is INACTIVE: activate it", organization.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publishes_for_a_stack_without_a_role_and_says_so()
    {
        await using var organization = await LiveOrganization.StartAsync();

        Assert.Equal(0, await organization.RunAsync("publish", "--stack-outputs", organization.Stack(role: null), "--yes"));
        Assert.Contains("no output GenesysCloudRoleArn: it is deployed without GenesysOrganizationId. The actions will get a 403, unless", organization.Error, StringComparison.Ordinal);

        Assert.Equal(0, await organization.PublishAsync("--yes"));
        Assert.DoesNotContain("GenesysCloudRoleArn", organization.Error, StringComparison.Ordinal);
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
