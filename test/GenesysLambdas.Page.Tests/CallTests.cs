using Microsoft.Playwright;

namespace GenesysLambdas.Page.Tests;

public sealed class CallTests(SystemChromium chromium)
{
    [Fact]
    public async Task Runs_a_lookup_and_shows_its_outputs()
    {
        await using var served = await ServedPage.OpenAsync(chromium);
        await served.PickAsync("current-weather");
        await served.FillAsync("city_name", "Paris");

        Assert.Matches(@"Success, 200, .* with a cold start of ", await served.RunAsync());

        Assert.Matches(@"^temperature\s+number\s+21\.5(\s|$)", await served.OutputAsync("temperature"));
        Assert.Matches(@"^condition\s+string\s+Clear sky(\s|$)", await served.OutputAsync("condition"));
        Assert.Contains("empty string", await served.OutputAsync("error_message"), StringComparison.Ordinal);
        await Assertions.Expect(served.Page.GetByText("All match the contract.")).ToBeVisibleAsync();
        await Assertions.Expect(served.Page.GetByText("WEATHER_API, attempt 1").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Shows_validation_errors_with_the_outputs()
    {
        await using var served = await ServedPage.OpenAsync(chromium);
        await served.PickAsync("current-weather");

        Assert.Contains("ValidationError 400: Missing required field: city_name", await served.RunAsync(), StringComparison.Ordinal);

        await Assertions.Expect(served.Page.GetByText("Correct the inputs in the message.")).ToBeVisibleAsync();
        await Assertions.Expect(served.Page.GetByText("It was not called.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Writes_the_event_in_any_dialect()
    {
        await using var served = await ServedPage.OpenAsync(chromium);
        await served.PickAsync("current-weather");
        await served.FillAsync("city_name", "Oslo");
        await served.CheckAsync("Event as JSON");
        foreach (var (dialect, member) in new[] { ("inputs", "\"result\""), ("data", "\"status\""), ("flat", "\"temperature\"") })
        {
            await served.Page.GetByRole(AriaRole.Button, new() { Name = dialect, Exact = true }).ClickAsync();

            Assert.Contains("Success, 200", await served.RunAsync(), StringComparison.Ordinal);

            Assert.Contains("-3.5", await served.OutputAsync("temperature"), StringComparison.Ordinal);
            var answer = served.Page.Locator("#result-body details").Filter(new() { Has = served.Page.GetByRole(AriaRole.Heading, new() { Name = "Answer", Exact = true, IncludeHidden = true }) });
            await answer.EvaluateAsync("details => { details.open = true; }");
            await Assertions.Expect(answer).ToContainTextAsync(member);
        }
    }

    [Fact]
    public async Task Shows_where_an_event_is_not_JSON()
    {
        await using var served = await ServedPage.OpenAsync(chromium);
        await served.PickAsync("current-weather");
        await served.CheckAsync("Event as JSON");
        await served.Page.GetByLabel("Event", new() { Exact = true }).FillAsync("{\n  \"inputs\": {,}\n}");
        await served.RunButton.ClickAsync();

        await Assertions.Expect(served.Page.Locator("#event-error")).ToContainTextAsync("line 2");
        await Assertions.Expect(served.Page.Locator("#history-list li")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Shows_the_HTTP_reply()
    {
        await using var served = await ServedPage.OpenAsync(chromium);
        await served.PickAsync("user-lookup");
        await served.FillAsync("user_id", "1");
        await served.CheckAsync("HTTP");

        Assert.Contains("Success, 200", await served.RunAsync(), StringComparison.Ordinal);

        Assert.Contains("Ada Winter", await served.OutputAsync("displayName"), StringComparison.Ordinal);
        await served.Page.GetByText("HTTP reply, 200").ClickAsync();
        await Assertions.Expect(served.Page.GetByRole(AriaRole.Rowheader, new() { Name = "content-type" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Loads_saves_and_replaces_requests()
    {
        await using var served = await ServedPage.OpenAsync(chromium);
        await served.PickAsync("current-weather");
        await served.Page.GetByLabel("Saved requests").SelectOptionAsync("paris");
        Assert.Contains("Success, 200", await served.RunAsync(), StringComparison.Ordinal);

        await served.CheckAsync("Form");
        await served.FillAsync("city_name", "Rome");
        await SaveAsync("rome");
        var file = served.At(".aws-lambda-testtool/SavedRequests/CurrentWeatherFunction/rome.json");
        await Assertions.Expect(served.Page.GetByLabel("Saved requests")).ToHaveValueAsync("rome");
        Assert.Contains("\"Rome\"", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);

        await served.FillAsync("city_name", "Roma");
        await SaveAsync("rome");
        await Assertions.Expect(served.Page.Locator("#save-problem")).ToContainTextAsync("A request named rome already exists");
        Assert.Contains("\"Rome\"", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await served.Page.GetByRole(AriaRole.Button, new() { Name = "Replace" }).ClickAsync();
        await Assertions.Expect(served.Page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
        Assert.Contains("\"Roma\"", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);

        async Task SaveAsync(string name)
        {
            await served.Page.GetByRole(AriaRole.Button, new() { Name = "Save as" }).ClickAsync();
            await served.Page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
            await served.Page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        }
    }

    [Fact]
    public async Task A_call_can_be_repeated_and_copied()
    {
        await using var served = await ServedPage.OpenAsync(chromium);
        await served.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await served.PickAsync("current-weather");
        await served.FillAsync("city_name", "It's São Paulo");
        await served.RunAsync();
        await served.FillAsync("city_name", "Paris");
        await served.RunAsync();

        await served.Page.Locator("#history-list a").Last.ClickAsync();
        Assert.Contains("It's São Paulo", await CopyAsync("AWS CLI command").ContinueWith(text => text.Result.Replace(@"'\''", "'", StringComparison.Ordinal), TaskScheduler.Default), StringComparison.Ordinal);
        Assert.Equal("""{"inputs":{"city_name":"It's São Paulo"}}""", Compact(await CopyAsync("sample event")));
        Assert.Equal("""{"city_name":"It's São Paulo"}""", Compact(await CopyAsync("data action test input")));

        await served.Page.GetByRole(AriaRole.Button, new() { Name = "Call again" }).ClickAsync();
        await Assertions.Expect(served.Page.Locator("#history-list li")).ToHaveCountAsync(3);

        async Task<string> CopyAsync(string what)
        {
            await served.Page.GetByRole(AriaRole.Button, new() { Name = $"Copy as {what}" }).ClickAsync();
            await Assertions.Expect(served.Page.Locator("#announcer")).ToContainTextAsync("Copied");
            return await served.Page.EvaluateAsync<string>("navigator.clipboard.readText()");
        }

        static string Compact(string json) => System.Text.Json.Nodes.JsonNode.Parse(json)!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    [Fact]
    public async Task Shows_calls_from_other_programs()
    {
        await using var served = await ServedPage.OpenAsync(chromium);
        using var client = new HttpClient { BaseAddress = served.Address };

        using var response = await client.PostAsync("2015-03-31/functions/UserLookupFunction/invocations", new StringContent("""{"user_id":"1"}"""));

        response.EnsureSuccessStatusCode();
        var call = served.Page.Locator("#history-list a");
        await Assertions.Expect(call).ToContainTextAsync("from elsewhere");
        await call.ClickAsync();
        await Assertions.Expect(served.Outcome).ToContainTextAsync("Success, 200");
    }

    [Fact]
    public async Task A_reload_restores_the_lookup_the_form_and_the_call()
    {
        await using var served = await ServedPage.OpenAsync(chromium);
        await served.PickAsync("current-weather");
        await served.FillAsync("city_name", "Tokyo");
        await served.RunAsync();

        await served.Page.ReloadAsync();

        await Assertions.Expect(served.Page.GetByLabel("city_name", new() { Exact = true })).ToHaveValueAsync("Tokyo");
        await Assertions.Expect(served.Outcome).ToContainTextAsync("Success, 200");
    }

    [Fact]
    public async Task Says_when_serve_has_ended()
    {
        await using var served = await ServedPage.OpenAsync(chromium);

        await served.StopServingAsync();

        await Assertions.Expect(served.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "serve has ended" })).ToBeVisibleAsync();
    }
}
