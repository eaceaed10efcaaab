namespace GenesysLambdas.Publishing.Tests.Live;

public sealed class StatusTests
{
    [Fact]
    public async Task All_agree_after_publishing()
    {
        await using var organization = await LiveOrganization.StartAsync();
        await organization.PublishAsync("--yes");

        Assert.Equal(0, await StatusAsync(organization));

        Assert.Contains("Integration 'Lookups' in mypurecloud.ie: active", organization.Out, StringComparison.Ordinal);
        Assert.Contains("Current Weather    same   published       yes", organization.Out, StringComparison.Ordinal);
        Assert.Contains("Everything is up to date.", organization.Out, StringComparison.Ordinal);
        Assert.Equal(["POST drafts", "POST publish", "POST drafts", "POST publish", "POST query"], organization.Changes);
    }

    [Fact]
    public async Task Calls_failures_and_mean_time_of_the_last_24_hours_are_shown()
    {
        await using var organization = await LiveOrganization.StartAsync();
        await organization.PublishAsync("--yes");
        var id = organization.Action("Current Weather").Id;
        organization.Api.AddExecution(id, TimeSpan.FromMilliseconds(100), at: Ago(hours: 1));
        organization.Api.AddExecution(id, TimeSpan.FromMilliseconds(300), at: Ago(hours: 2));
        organization.Api.AddExecution(id, TimeSpan.FromMilliseconds(800), "500", "ACTION.REMOTE_ENDPOINT", Ago(hours: 23));
        organization.Api.AddExecution(id, TimeSpan.FromMilliseconds(9000), at: Ago(hours: 25));

        Assert.Equal(0, await StatusAsync(organization));

        Assert.Matches(@"Current Weather .* +3 +1 +400 ms", organization.Out);
        Assert.Matches(@"List Invocations .* +0 +0 +\r?\n", organization.Out);

        DateTimeOffset Ago(int hours) => organization.Time.GetUtcNow() - TimeSpan.FromHours(hours);
    }

    [Fact]
    public async Task Reports_drift_item_by_item()
    {
        await using var organization = await LiveOrganization.StartAsync();
        await organization.PublishAsync("--yes");
        organization.Action("Current Weather").EditPublished(action =>
        {
            action["config"]!["timeoutSeconds"] = 60;
            action["config"]!["request"]!["requestUrlTemplate"] = LiveOrganization.HistoryArn;
            action["config"]!["request"]!["requestTemplate"] = "${input.rawRequest}";
            action["contract"]!["output"]!["successSchema"]!["properties"]!.AsObject().Remove("condition");
        });

        Assert.Equal(2, await StatusAsync(organization));

        Assert.Matches("Current Weather .* no ", organization.Out);
        Assert.Contains("Current Weather: the time-out is 60, must be 15", organization.Out, StringComparison.Ordinal);
        Assert.Contains("Current Weather: the function's ARN is", organization.Out, StringComparison.Ordinal);
        Assert.Contains("Current Weather: the request template is", organization.Out, StringComparison.Ordinal);
        Assert.Contains("Current Weather: harmless: output condition is new", organization.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contract_that_differs_harmlessly_is_shown_and_agrees()
    {
        await using var organization = await LiveOrganization.StartAsync();
        await organization.PublishAsync("--yes");
        organization.Contracts = organization.Repository.Contracts = TestContracts.WithWind;
        await organization.Repository.CommitAsync();

        Assert.Equal(0, await StatusAsync(organization));

        Assert.Contains("Current Weather: harmless: output wind is new", organization.Out, StringComparison.Ordinal);
        Assert.Contains("Everything is up to date.", organization.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_ARNs_missing_actions_count_as_not_deployed()
    {
        await using var organization = await LiveOrganization.StartAsync();
        await organization.PublishAsync("current-weather", "--yes");
        organization.Action("Current Weather").EditPublished(action => action["config"]!["request"]!["requestUrlTemplate"] = LiveOrganization.HistoryArn);

        Assert.Equal(0, await organization.RunAsync("status"));
        Assert.Contains("not deployed", organization.Out, StringComparison.Ordinal);

        Assert.Equal(2, await StatusAsync(organization));
        Assert.Matches("List Invocations .* missing ", organization.Out);
    }

    [Fact]
    public async Task A_draft_that_was_never_published_does_not_agree()
    {
        await using var organization = await LiveOrganization.StartAsync();
        await organization.PublishAsync("--yes", "--draft");

        Assert.Equal(2, await StatusAsync(organization));

        Assert.Matches("Current Weather .* draft ", organization.Out);
    }

    [Fact]
    public async Task A_draft_with_changes_is_shown_beside_what_is_published()
    {
        await using var organization = await LiveOrganization.StartAsync();
        await organization.PublishAsync("--yes");
        organization.Action("Current Weather").StartDraft();
        organization.Action("List Invocations").StartDraft();
        organization.Action("Current Weather").EditDraft(draft => draft["config"]!["timeoutSeconds"] = 5);

        Assert.Equal(0, await StatusAsync(organization));

        Assert.Contains("Current Weather    same   published + draft", organization.Out, StringComparison.Ordinal);
        Assert.Contains("List Invocations   same   published  ", organization.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_committed_file_that_is_out_of_date_or_missing_does_not_agree()
    {
        await using var organization = await LiveOrganization.StartAsync();
        await organization.PublishAsync("--yes");
        organization.Contracts = TestContracts.WithWind;
        File.Delete(organization.Repository.At("actions/list-invocations.json"));

        Assert.Equal(2, await StatusAsync(organization));

        Assert.Contains("Current Weather    out of date  ", organization.Out, StringComparison.Ordinal);
        Assert.Contains("List Invocations   missing  ", organization.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, LiveOrganization.RoleArn, 0, "as in the stack")]
    [InlineData(true, "arn:aws:iam::123456789012:role/another", 2, "but the stack's is arn:aws:iam::123456789012:role/another")]
    [InlineData(false, "arn:aws:iam::123456789012:role/another", 0, "Genesys Cloud does not show")]
    public async Task Compares_the_credentials_role_with_the_stack(bool isTold, string stackRole, int exitCode, string words)
    {
        await using var organization = await LiveOrganization.StartAsync();
        organization.Api.Options.CredentialFields = isTold;
        await organization.PublishAsync("--yes");

        Assert.Equal(exitCode, await organization.RunAsync("status", "--stack-outputs", organization.Stack(stackRole)));

        Assert.Contains(words, organization.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INACTIVE", LiveOrganization.RoleArn, "INACTIVE, so its actions fail: activate it")]
    [InlineData("ACTIVE", null, "the integration has no credential")]
    public async Task An_integration_that_cannot_work_does_not_agree(string state, string? role, string words)
    {
        await using var organization = await LiveOrganization.StartAsync(withIntegration: false);
        organization.Api.AddIntegration("Lookups", state: state, roleArn: role);
        await organization.PublishAsync("--yes");

        Assert.Equal(2, await StatusAsync(organization));

        Assert.Contains(words, organization.Out, StringComparison.Ordinal);
        Assert.Contains("The actions are up to date, but the integration needs attention.", organization.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stack_without_a_role_for_Genesys_Cloud_does_not_agree()
    {
        await using var organization = await LiveOrganization.StartAsync();
        Assert.Equal(0, await organization.PublishAsync("--yes"));

        Assert.Equal(2, await organization.RunAsync("status", "--stack-outputs", organization.Stack(role: null)));

        Assert.Contains("The stack has no output GenesysCloudRoleArn: it is deployed without GenesysOrganizationId. Set it and deploy again\n", organization.Out, StringComparison.Ordinal);
        Assert.Contains("The actions are up to date, but the integration needs attention.", organization.Out, StringComparison.Ordinal);
    }

    private static Task<int> StatusAsync(LiveOrganization organization) => organization.RunAsync("status", "--stack-outputs", organization.Stack());
}
