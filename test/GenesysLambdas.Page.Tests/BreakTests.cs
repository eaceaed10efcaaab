using Microsoft.Playwright;

namespace GenesysLambdas.Page.Tests;

public sealed class BreakTests(SystemChromium chromium)
{
    [Theory]
    [InlineData("401", "ExternalApiUnauthorized 502")]
    [InlineData("404", "NotFound 404: Customer not found")]
    [InlineData("429", "ExternalApiThrottled 503")]
    [InlineData("500", "ExternalApiError 502: Failed to connect to external system")]
    [InlineData("slow", "ExternalApiTimeout 504")]
    [InlineData("cut off", "ExternalApiError 502")]
    [InlineData("garbage", "ExternalApiError 502: Failed to parse external API response")]
    public async Task Breaks_a_stand_in(string fault, string outcome)
    {
        await using var served = await ServedPage.OpenAsync(chromium, null, "CUSTOMER_API_TIMEOUT_MS=500", "CUSTOMER_API_MAX_ATTEMPTS=2");
        await PickAsync(served);
        await served.CheckAsync(fault);
        await Assertions.Expect(served.Page.Locator("#altered")).ToContainTextAsync("CUSTOMER_API");

        Assert.Contains(outcome, await served.RunAsync(), StringComparison.Ordinal);
        await Assertions.Expect(served.Page.GetByText("CUSTOMER_API, attempt 1").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Puts_everything_back_to_normal()
    {
        await using var served = await ServedPage.OpenAsync(chromium);
        await PickAsync(served);
        await served.CheckAsync("404");
        await Assertions.Expect(served.Page.Locator("#altered")).ToContainTextAsync("CUSTOMER_API answers 404");

        await served.Page.GetByRole(AriaRole.Button, new() { Name = "Back to normal" }).ClickAsync();

        await Assertions.Expect(served.Page.Locator("#altered")).ToBeHiddenAsync();
        Assert.Contains("Success, 200", await served.RunAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_what_a_call_is_waiting_for()
    {
        await using var served = await ServedPage.OpenAsync(chromium);
        await PickAsync(served);
        await served.CheckAsync("slow");
        await Assertions.Expect(served.Page.Locator("#altered")).ToBeVisibleAsync();

        await served.RunButton.ClickAsync();

        await Assertions.Expect(served.Page.Locator("#progress-text")).ToHaveTextAsync("Waiting for CUSTOMER_API");
        await Assertions.Expect(served.Page.GetByRole(AriaRole.Progressbar)).ToBeVisibleAsync();
        await served.Page.GetByRole(AriaRole.Button, new() { Name = "Stop waiting" }).ClickAsync();
        await Assertions.Expect(served.Page.Locator("#progress")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_rotated_secret_heals_within_the_call()
    {
        await using var served = await ServedPage.OpenAsync(chromium);
        await PickAsync(served);
        await served.RunAsync();
        await served.Page.GetByRole(AriaRole.Button, new() { Name = "Rotate" }).ClickAsync();
        await Assertions.Expect(served.Page.Locator("#announcer")).ToContainTextAsync("Rotated");

        Assert.Contains("Success, 200", await served.RunAsync(), StringComparison.Ordinal);

        var exchanges = served.Page.Locator(".exchanges summary");
        await Assertions.Expect(exchanges).ToHaveCountAsync(2);
        await Assertions.Expect(exchanges.First).ToContainTextAsync("HTTP 401");
        await Assertions.Expect(exchanges.Last).ToContainTextAsync("HTTP 200");
        await exchanges.First.ClickAsync();
        await Assertions.Expect(served.Page.Locator(".exchanges")).ToContainTextAsync("••••");
        await Assertions.Expect(served.Page.Locator("body")).Not.ToContainTextAsync("local-customer");
    }

    [Fact]
    public async Task Deletes_and_restores_a_secret()
    {
        await using var served = await ServedPage.OpenAsync(chromium);
        await PickAsync(served);
        await served.Page.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Assertions.Expect(served.Page.Locator("#altered")).ToContainTextAsync("The secret genesys-lambdas/customer-api is deleted");

        Assert.Contains("ConfigurationError 500", await served.RunAsync(), StringComparison.Ordinal);

        await served.Page.GetByRole(AriaRole.Button, new() { Name = "Restore" }).ClickAsync();
        await Assertions.Expect(served.Page.Locator("#altered")).ToBeHiddenAsync();
        // The running process caches the refusal for a few seconds.
        await KillAsync(served);
        Assert.Contains("Success, 200", await served.RunAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Killing_the_process_causes_a_cold_start()
    {
        await using var served = await ServedPage.OpenAsync(chromium);
        await PickAsync(served);
        await served.RunAsync();
        Assert.DoesNotContain("cold start", await served.RunAsync(), StringComparison.Ordinal);

        await KillAsync(served);

        Assert.Contains("cold start", await served.RunAsync(), StringComparison.Ordinal);
    }

    private static async Task PickAsync(ServedPage served)
    {
        await served.PickAsync("customer-profile");
        await served.FillAsync("customer_id", "12345");
    }

    private static async Task KillAsync(ServedPage served)
    {
        await served.Page.GetByRole(AriaRole.Button, new() { Name = "Kill" }).ClickAsync();
        await Assertions.Expect(served.Page.Locator("#announcer")).ToContainTextAsync("Killed");
    }
}
