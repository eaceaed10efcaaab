using System.Text.Json;
using System.Web;
using GenesysLambdas.Testing;

namespace GenesysLambdas.Tests.Lookups;

public sealed class ListInvocationsTests
{
    [Fact]
    public async Task Requests_and_lists_every_page()
    {
        await using var api = Paged(3);
        using var function = api.Function("list-invocations");

        var outputs = await function.InvokeAsync(new { data_action_id = "a b+c", page_size = "2" });

        outputs.AssertSuccess();
        AssertList(outputs, truncated: false, "i0:DONE", "i1:DONE", "i2:DONE", "i3:DONE", "i4:DONE", "i5:DONE");
        Assert.Equal(
            ["?pageSize=2", "?pageSize=2&nextPage=page%201%2B", "?pageSize=2&nextPage=page%202%2B"],
            api.Requests.Select(request => request.Target["/api/v2/processes/data-actions/a%20b%2Bc/invocations".Length..]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public async Task Without_the_path_setting_it_is_a_ConfigurationError_and_nothing_is_called(string? path)
    {
        await using var api = Paged(1);
        using var function = api.Function("list-invocations").With("GENESYS_INVOCATIONS_PATH", path);

        (await function.InvokeAsync(new { data_action_id = "a" })).AssertFailure(
            500, "ConfigurationError", "The setting GENESYS_INVOCATIONS_PATH is missing, and Genesys Cloud's public API has no such path");
        Assert.Empty(api.Requests);
        var line = Assert.Single(function.LogLines);
        Assert.Equal(("setting-missing", "GENESYS_INVOCATIONS_PATH"), (line.Text("reason"), line.Text("subject")));
    }

    [Fact]
    public async Task The_page_size_is_fifty_by_default()
    {
        await using var api = GenesysApi.Answering(Reply.Ok("""{"entities":[]}"""));
        using var function = api.Function("list-invocations").With("GENESYS_INVOCATIONS_PATH", "/history/{dataActionId}");

        var outputs = await function.InvokeAsync(new { data_action_id = "a" });

        outputs.AssertSuccess();
        AssertList(outputs, truncated: false);
        Assert.Equal("/history/a?pageSize=50", api.Request.Target);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(4, false)]
    public async Task Max_pages_ends_the_list_and_truncated_says_whether_there_are_more(int maxPages, bool truncated)
    {
        await using var api = Paged(3);
        using var function = api.Function("list-invocations");

        var outputs = await function.InvokeAsync(new { data_action_id = "a", max_pages = maxPages });

        Assert.Equal(truncated, outputs.Flag("truncated"));
        Assert.Equal(Math.Min(maxPages, 3), api.Requests.Count);
    }

    [Fact]
    public async Task Twenty_pages_are_read_by_default()
    {
        await using var api = Paged(30);
        using var function = api.Function("list-invocations");

        var outputs = await function.InvokeAsync(new { data_action_id = "a" });

        Assert.True(outputs.Flag("truncated"));
        Assert.Equal(20, api.Requests.Count);
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 2)]
    public async Task Caches_a_whole_list_for_as_long_as_a_setting_says(int maxPages, int requests)
    {
        await using var api = Paged(2);
        using var function = api.Function("list-invocations").With("GENESYS_API_CACHE_SECONDS", "60");

        await function.InvokeAsync(new { data_action_id = "a", max_pages = maxPages });
        await function.InvokeAsync(new { data_action_id = "a", max_pages = maxPages });

        Assert.Equal(requests, api.Requests.Count);
    }

    [Fact]
    public async Task A_page_token_that_comes_twice_ends_the_list()
    {
        await using var api = new GenesysApi(request => Page(request.Target.Contains("nextPage=A", StringComparison.Ordinal) ? "B" : "A", "x"));
        using var function = api.Function("list-invocations");

        var outputs = await function.InvokeAsync(new { data_action_id = "a" });

        outputs.AssertSuccess();
        AssertList(outputs, truncated: true, "x:DONE", "x:DONE", "x:DONE");
        Assert.Equal(3, api.Requests.Count);
    }

    [Fact]
    public async Task The_size_ends_the_list()
    {
        var large = $$"""{"invocationId":"large","status":"DONE","text":"{{new string('ä', 50_000)}}"}""";
        await using var api = new GenesysApi(_ => Reply.Ok($$"""{"entities":[{{large}}],"nextPage":"{{Guid.NewGuid()}}"}"""));
        using var function = api.Function("list-invocations");

        var outputs = await function.InvokeAsync(new { data_action_id = "a" });

        outputs.AssertSuccess();
        AssertList(outputs, truncated: true, "large:DONE", "large:DONE");
        Assert.Equal(3, api.Requests.Count);
    }

    [Fact]
    public async Task A_last_page_that_does_not_fit_is_reported_as_truncated()
    {
        var large = $$"""{"invocationId":"large","text":"{{new string('x', 150_000)}}"}""";
        await using var api = GenesysApi.Answering(Reply.Ok($$"""{"entities":[{{large}},{{large}},{"invocationId":"small"}]}"""));
        using var function = api.Function("list-invocations");

        AssertList(await function.InvokeAsync(new { data_action_id = "a" }), truncated: true, "large:");
    }

    [Fact]
    public async Task The_deadline_ends_the_list_with_what_has_been_read()
    {
        var time = new ManualTime();
        await using var api = new GenesysApi(request => request.Target.Contains("nextPage", StringComparison.Ordinal) ? Reply.Never : Page("next", "x"));
        using var function = api.Function("list-invocations", time).With("GENESYS_API_TIMEOUT_MS", "60000");

        var answer = function.InvokeAsync(new { data_action_id = "a" }, new TestLambdaContext { RemainingTime = TimeSpan.FromSeconds(5.5) });
        await time.SomeoneWaitsAsync(TimeSpan.FromSeconds(4.9));
        time.Advance(TimeSpan.FromSeconds(4.9));

        var outputs = await answer;
        outputs.AssertSuccess();
        AssertList(outputs, truncated: true, "x:DONE");
    }

    [Fact]
    public async Task Does_not_request_a_page_without_enough_time()
    {
        var time = new ManualTime();
        await using var api = new GenesysApi(_ =>
        {
            time.Advance(TimeSpan.FromSeconds(4.95));
            return Page("next", "x");
        });
        using var function = api.Function("list-invocations", time).With("GENESYS_API_TIMEOUT_MS", "60000");

        var outputs = await function.InvokeAsync(new { data_action_id = "a" }, new TestLambdaContext { RemainingTime = TimeSpan.FromSeconds(5.5) });

        outputs.AssertSuccess();
        AssertList(outputs, truncated: true, "x:DONE");
        Assert.Single(api.Requests);
    }

    [Fact]
    public async Task A_first_page_that_never_comes_is_an_ExternalApiTimeout()
    {
        var time = new ManualTime();
        await using var api = GenesysApi.Answering(Reply.Never);
        using var function = api.Function("list-invocations", time).With("GENESYS_API_TIMEOUT_MS", "60000");

        var answer = function.InvokeAsync(new { data_action_id = "a" }, new TestLambdaContext { RemainingTime = TimeSpan.FromSeconds(5.5) });
        await time.SomeoneWaitsAsync(TimeSpan.FromSeconds(60));
        time.Advance(TimeSpan.FromSeconds(5));

        (await answer).AssertFailure(504, "ExternalApiTimeout", "The external API did not reply in time");
    }

    [Theory]
    [InlineData(401, "ExternalApiUnauthorized")]
    [InlineData(429, "ExternalApiThrottled")]
    [InlineData(500, "ExternalApiError")]
    public async Task A_page_that_fails_fails_the_whole_lookup(int status, string errorCode)
    {
        await using var api = new GenesysApi(request => request.Target.Contains("nextPage", StringComparison.Ordinal) ? Reply.Status(status) : Page("next", "x"));
        using var function = api.Function("list-invocations");

        var outputs = await function.InvokeAsync(new { data_action_id = "a" });

        Assert.Equal(errorCode, outputs.Text("errorCode"));
        Assert.Equal((0, "", false), (outputs.GetProperty("total").GetInt32(), outputs.Text("invocations"), outputs.Flag("truncated")));
        Assert.Empty(outputs.GetProperty("invocation_ids").EnumerateArray());
    }

    [Fact]
    public async Task Retries_a_page_after_a_temporary_error()
    {
        await using var api = GenesysApi.Answering(Page("next", "x"), Reply.Status(503), Page("", "y"));
        using var function = api.Function("list-invocations");

        AssertList(await function.InvokeAsync(new { data_action_id = "a" }), truncated: false, "x:DONE", "y:DONE");
    }

    [Fact]
    public async Task A_data_action_that_does_not_exist_is_NotFound()
    {
        await using var api = GenesysApi.Answering(Reply.Status(404));
        using var function = api.Function("list-invocations");

        (await function.InvokeAsync(new { data_action_id = "a" })).AssertFailure(404, "NotFound", "Data action not found");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"entities":null}""")]
    [InlineData("""{"entities":{}}""")]
    [InlineData("""{"entities":[null]}""")]
    [InlineData("""{"entities":[[]]}""")]
    [InlineData("""{"entities":[{"status":{}}]}""")]
    [InlineData("""{"entities":[{"id":"\ud800"}]}""")]
    [InlineData("""{"entities":[],"nextPage":{}}""")]
    [InlineData("<html></html>")]
    public async Task A_page_that_is_not_as_expected_is_an_ExternalApiError(string reply)
    {
        await using var api = GenesysApi.Answering(Reply.Ok(reply));
        using var function = api.Function("list-invocations");

        Assert.Equal("ExternalApiError", (await function.InvokeAsync(new { data_action_id = "a" })).Text("errorCode"));
    }

    [Fact]
    public async Task Missing_parts_of_an_invocation_are_empty_and_numbers_become_strings()
    {
        await using var api = GenesysApi.Answering(Reply.Ok("""{"entities":[{},{"id":1,"status":2},{"invocationId":"a","id":"b","status":null}],"nextPage":null}"""));
        using var function = api.Function("list-invocations");

        AssertList(await function.InvokeAsync(new { data_action_id = "a" }), truncated: false, ":", "1:2", "a:");
    }

    [Theory]
    [InlineData("page_size", 0)]
    [InlineData("page_size", 101)]
    [InlineData("max_pages", 0)]
    [InlineData("max_pages", 101)]
    public async Task Numbers_out_of_range_are_refused(string input, int value)
    {
        using var function = new TestFunction("list-invocations");

        (await function.InvokeAsync(new Dictionary<string, object> { ["data_action_id"] = "a", [input] = value }))
            .AssertFailure(400, "ValidationError", $"{input} must be a whole number from 1 to 100");
    }

    /// <summary>A history of so many pages of two invocations each.</summary>
    private static GenesysApi Paged(int pages) => new(request =>
    {
        var token = HttpUtility.ParseQueryString(request.Target[request.Target.IndexOf('?', StringComparison.Ordinal)..])["nextPage"];
        var page = token is null ? 0 : int.Parse(token["page ".Length..^1]);
        return Page(page == pages - 1 ? "" : $"page {page + 1}+", $"i{2 * page}", $"i{(2 * page) + 1}");
    });

    private static Reply Page(string next, params string[] ids) =>
        Reply.Ok($$"""{"entities":[{{string.Join(", ", ids.Select(id => $$"""{"invocationId": "{{id}}", "status": "DONE"}"""))}}],"nextPage":"{{next}}"}""");

    private static void AssertList(JsonElement outputs, bool truncated, params string[] expected)
    {
        var listed = Texts(outputs, "invocation_ids").Zip(Texts(outputs, "invocation_statuses"), (id, status) => $"{id}:{status}");
        Assert.Equal(expected, listed);
        Assert.Equal(expected.Length, Texts(outputs, "invocation_statuses").Count());
        Assert.Equal(expected.Length, outputs.GetProperty("total").GetInt32());
        Assert.Equal(expected.Length, JsonElement.Parse(outputs.Text("invocations")!).GetArrayLength());
        Assert.Equal(truncated, outputs.Flag("truncated"));
    }

    private static IEnumerable<string?> Texts(JsonElement outputs, string name) => outputs.GetProperty(name).EnumerateArray().Select(item => item.GetString());
}
