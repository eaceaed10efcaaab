using System.Text.Json.Nodes;
using GenesysLambdas.Publishing.Tests.Platform;

namespace GenesysLambdas.Publishing.Tests.Live;

public sealed class TestActionTests
{
    private const string Answer =
        """{"result":{"temperature":21.5,"condition":"Clear sky","success":true,"statusCode":200,"errorCode":"","errorMessage":""}}""";

    private const string Refusal =
        """{"result":{"temperature":0,"condition":"Error","success":false,"statusCode":404,"errorCode":"NotFound","errorMessage":"No such city"},"error":"NotFound"}""";

    [Fact]
    public async Task A_test_prints_its_steps_and_then_the_outputs_as_invoke_does()
    {
        await using var organization = await PublishedAsync(Answer);

        Assert.Equal(0, await organization.RunAsync("test", "current-weather", "city_name=Paris"));

        Assert.Contains(" 1. Render the request: ok", organization.Out, StringComparison.Ordinal);
        Assert.Contains("│ temperature  │ number  │ 21.5      │", organization.Out, StringComparison.Ordinal);
        Assert.Contains("current-weather answered in", organization.Out, StringComparison.Ordinal);
        var request = organization.Api.Requests.Single(request => request.PathAndQuery.EndsWith("/test", StringComparison.Ordinal));
        Assert.Equal("""{"city_name":"Paris"}""", request.Body!.ToJsonString());
    }

    [Fact]
    public async Task Steps_are_shown_in_the_order_of_their_numbers()
    {
        await using var organization = await PublishedAsync(Answer);
        organization.Api.FailNext("POST", "/test", Fault.Body(
            """{"success":true,"operations":[{"step":2,"name":"B","success":true},{"step":1,"name":"A","success":true}],"finalResult":{"success":true}}"""));

        Assert.Equal(0, await organization.RunAsync("test", "current-weather", "city_name=Paris"));

        Assert.Matches(@"^ 1\. A: ok\r?\n 2\. B: ok\r?\n", organization.Out);
    }

    [Fact]
    public async Task An_answer_that_is_an_error_has_its_own_exit_code()
    {
        await using var organization = await PublishedAsync(Refusal);

        Assert.Equal(2, await organization.RunAsync("test", "current-weather", "city_name=Nowhere"));

        Assert.Contains("No such city", organization.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_a_failed_step_with_its_error_and_what_a_403_can_mean()
    {
        await using var organization = await PublishedAsync(Answer);
        organization.Api.Options.Function = _ => throw new FunctionError("403 Forbidden");

        Assert.Equal(2, await organization.RunAsync("test", "current-weather", "city_name=Paris"));

        Assert.Contains(" 2. Call the function: failed", organization.Out, StringComparison.Ordinal);
        Assert.Contains("The action has no output.", organization.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("ACTION.REMOTE_ENDPOINT", organization.Error, StringComparison.Ordinal);
        Assert.Contains("the function does not exist", organization.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_input_of_the_wrong_type_is_refused_with_its_name()
    {
        await using var organization = await PublishedAsync("""{"result":{"ids":[]}}""");

        Assert.Equal(2, await organization.RunAsync("test", "list-invocations", "page_size=many"));

        Assert.Contains("page_size", organization.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Live_runs_the_action_as_a_flow_does()
    {
        await using var organization = await PublishedAsync(Answer);

        Assert.Equal(0, await organization.RunAsync("test", "current-weather", "city_name=Paris", "--live"));

        Assert.EndsWith("/execute", organization.Api.Requests[^1].PathAndQuery, StringComparison.Ordinal);
        Assert.Contains("21.5", organization.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_action_that_fails_as_in_a_flow_says_why()
    {
        await using var organization = await PublishedAsync(Answer);
        organization.Api.Options.Function = _ => throw new FunctionError("403 Forbidden");

        Assert.Equal(2, await organization.RunAsync("test", "current-weather", "city_name=Paris", "--live"));

        Assert.Contains("ACTION.REMOTE_ENDPOINT", organization.Error, StringComparison.Ordinal);
        Assert.Contains("the function does not exist", organization.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_can_be_tested_before_it_is_published()
    {
        await using var organization = await LiveOrganization.StartAsync();
        await organization.PublishAsync("--yes", "--draft");
        organization.Api.Options.Function = _ => JsonNode.Parse(Answer);

        Assert.Equal(0, await organization.RunAsync("test", "current-weather", "city_name=Paris", "--draft"));
        Assert.EndsWith("/draft/test", organization.Api.Requests[^1].PathAndQuery, StringComparison.Ordinal);

        Assert.Equal(1, await organization.RunAsync("test", "current-weather", "city_name=Paris"));
        Assert.Contains("'Current Weather' is not published", organization.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prints_only_JSON_on_request()
    {
        await using var organization = await PublishedAsync(Answer);

        await organization.RunAsync("test", "current-weather", "city_name=Paris", "--json");

        Assert.Equal("Clear sky", (string?)JsonNode.Parse(organization.Out)!["condition"]);
    }

    [Theory]
    [InlineData("'actions publish' creates it", "current-weather", "city_name=Paris")]
    [InlineData("Did you mean current-weather?", "current-wether", "city_name=Paris")]
    [InlineData("Did you mean city_name?", "current-weather", "city_nme=Paris")]
    [InlineData("--live and --draft", "current-weather", "--live", "--draft")]
    [InlineData("it cannot be combined with a lookup", "current-weather", "--all")]
    public async Task What_cannot_be_tested_is_refused_in_a_sentence(string sentence, params string[] arguments)
    {
        await using var organization = await LiveOrganization.StartAsync();

        Assert.Equal(1, await organization.RunAsync(["test", .. arguments]));

        Assert.Contains(sentence, organization.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_runs_the_requests_that_are_listed_as_safe_with_a_line_for_each()
    {
        await using var organization = await PublishedAsync(Answer);
        Save(organization, "current-weather paris\n# A comment\ncurrent-weather nowhere\n", ("paris", "Paris"), ("nowhere", "Nowhere"));
        organization.Api.Options.Function = call => JsonNode.Parse((string?)call.Inputs["city_name"] == "Paris" ? Answer : Refusal);

        Assert.Equal(2, await AllAsync(organization));

        var lines = organization.Out.Split('\n');
        Assert.Matches(@"^ok    current-weather paris    +\d+ ms$", lines[0]);
        Assert.Matches(@"^FAIL  current-weather nowhere  +\d+ ms  NotFound 404: No such city$", lines[1]);
        Assert.Equal("1 passed, 1 failed, 0 skipped", lines[2]);
    }

    [Theory]
    [InlineData("--live")]
    [InlineData("--verbose")]
    public async Task A_failing_action_does_not_stop_the_other_tests(params string[] arguments)
    {
        await using var organization = await PublishedAsync(Answer);
        Save(organization, "current-weather rome\ncurrent-weather nothing\ncurrent-weather paris\n", ("rome", "Rome"), ("nothing", null), ("paris", "Paris"));
        organization.Api.Options.Function = call => (string?)call.Inputs["city_name"] == "Paris" ? JsonNode.Parse(Answer) : throw new FunctionError("It broke.");

        Assert.Equal(2, await organization.RunAsync(["test", "--all", "--root", organization.Repository.At(""), .. arguments]));

        Assert.Matches("FAIL  current-weather rome .*It broke", organization.Out);
        Assert.Matches("FAIL  current-weather nothing .*city_name", organization.Out);
        Assert.Contains("1 passed, 2 failed, 0 skipped", organization.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_or_mistyped_output_fails_a_smoke_test()
    {
        await using var organization = await PublishedAsync("""{"result":{"temperature":21.5,"success":true,"statusCode":200,"errorCode":"","errorMessage":""}}""");
        Save(organization, "current-weather paris\n", ("paris", "Paris"));

        Assert.Equal(2, await AllAsync(organization));
        Assert.Contains("missing or of the wrong type: condition", organization.Out, StringComparison.Ordinal);

        organization.Api.FailNext("POST", "/test", Fault.Body(
            """{"success":true,"finalResult":{"temperature":"warm","condition":"Clear","success":true,"statusCode":200,"errorCode":"","errorMessage":""}}"""));
        Assert.Equal(2, await AllAsync(organization));
        Assert.Contains("missing or of the wrong type: temperature", organization.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_action_that_is_not_live_is_skipped_and_a_run_without_any_is_a_failure()
    {
        await using var organization = await LiveOrganization.StartAsync();
        Save(organization, "current-weather paris\n", ("paris", "Paris"));

        Assert.Equal(1, await AllAsync(organization));

        Assert.Contains("skip  current-weather paris", organization.Out, StringComparison.Ordinal);
        Assert.Contains("Nothing was tested", organization.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("current-weather\n", "has the line 'current-weather'")]
    [InlineData("current-weather rome\n", "there is no ")]
    [InlineData("wether paris\n", "There is no lookup 'wether'")]
    public async Task A_bad_list_of_smoke_tests_is_refused(string list, string sentence)
    {
        await using var organization = await LiveOrganization.StartAsync();
        Save(organization, list);

        Assert.Equal(1, await AllAsync(organization));

        Assert.Contains(sentence, organization.Error, StringComparison.Ordinal);
        Assert.Empty(organization.Api.Requests);
    }

    private static async Task<LiveOrganization> PublishedAsync(string answer)
    {
        var organization = await LiveOrganization.StartAsync();
        await organization.PublishAsync("--yes");
        organization.Api.Options.Function = _ => JsonNode.Parse(answer);
        return organization;
    }

    private static Task<int> AllAsync(LiveOrganization organization) => organization.RunAsync("test", "--all", "--root", organization.Repository.At(""));

    private static void Save(LiveOrganization organization, string list, params (string Name, string? City)[] requests)
    {
        var folder = organization.Repository.At(".aws-lambda-testtool/SavedRequests/CurrentWeatherFunction");
        Directory.CreateDirectory(folder);
        Directory.CreateDirectory(organization.Repository.At("genesys"));
        organization.Repository.Write("genesys/smoke-tests.txt", list);
        foreach (var (name, city) in requests)
        {
            File.WriteAllText(Path.Combine(folder, name + ".json"), new JsonObject { ["inputs"] = new JsonObject { ["city_name"] = city } }.ToJsonString());
        }
    }
}
