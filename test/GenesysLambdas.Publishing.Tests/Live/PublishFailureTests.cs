using GenesysLambdas.Publishing.Tests.Platform;

namespace GenesysLambdas.Publishing.Tests.Live;

/// <summary>A run that does not get to its end, and the next one.</summary>
public sealed class PublishFailureTests
{
    [Fact]
    public async Task Shows_Genesys_Clouds_violations_with_their_places()
    {
        await using var organization = await LiveOrganization.StartAsync();
        var (weather, history) = (TestContracts.Weather, TestContracts.History);
        organization.Contracts = organization.Repository.Contracts = [weather with { Inputs = [weather.Inputs[0] with { Name = "orgId" }] }, history];
        organization.Repository.Write("actions/retired.txt", "");
        File.Delete(organization.Repository.At("actions/current-weather.json"));
        await organization.Repository.CommitAsync();

        Assert.Equal(1, await organization.PublishAsync("--yes"));

        Assert.Contains("[1/2] Current Weather: Genesys Cloud rejects the draft", organization.Out, StringComparison.Ordinal);
        Assert.Contains("input orgId: ", organization.Out, StringComparison.Ordinal);
        Assert.Null(organization.Action("Current Weather").Published);
        Assert.NotNull(organization.Action("List Invocations").Published);
    }

    [Theory]
    [InlineData("POST", "/drafts")]
    [InlineData("POST", "/draft/publish")]
    public async Task A_failed_run_says_what_was_done_and_the_next_one_finishes(string method, string path)
    {
        await using var organization = await LiveOrganization.StartAsync();
        organization.Api.FailNext(method, path, Fault.CutOff with { AfterEffect = true });

        Assert.Equal(1, await organization.PublishAsync("--yes"));
        Assert.Contains("0 of 2 done; 'Current Weather' failed. Run this again to finish.", organization.Error, StringComparison.Ordinal);
        Assert.Contains("It is not known whether this was done", organization.Error, StringComparison.Ordinal);

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

        Assert.Contains("1 of 2 done; 'List Invocations' may be incomplete. Run this again to finish.", organization.Error, StringComparison.Ordinal);
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

        Assert.Contains("someone else has changed it", organization.Error, StringComparison.Ordinal);
        Assert.Equal(5, (int)organization.Action("Current Weather").Draft!["config"]!["timeoutSeconds"]!);
    }
}
