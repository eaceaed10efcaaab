using GenesysLambdas.Testing;
using Microsoft.Playwright;

namespace GenesysLambdas.Page.Tests;

/// <summary>Takes the pictures for the docs if <c>SCREENSHOTS</c> is set.</summary>
public sealed class ScreenshotTests(SystemChromium chromium)
{
    [Theory]
    [InlineData(ColorScheme.Light, "page-light.png")]
    [InlineData(ColorScheme.Dark, "page-dark.png")]
    public async Task Takes_the_screenshot_for_the_docs(ColorScheme scheme, string file)
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 }, "The pictures are taken where SCREENSHOTS is set.");
        await using var served = await ServedPage.OpenAsync(chromium, new() { ColorScheme = scheme, ViewportSize = new() { Width = 1440, Height = 1000 } });
        await served.PickAsync("user-lookup");
        await served.FillAsync("user_id", "1");
        await served.RunAsync();
        await served.PickAsync("customer-profile");
        await served.FillAsync("customer_id", "");
        await served.RunAsync();
        await served.FillAsync("customer_id", "12345");
        await served.Page.GetByRole(AriaRole.Button, new() { Name = "Rotate" }).ClickAsync();
        await Assertions.Expect(served.Page.Locator("#announcer")).ToContainTextAsync("Rotated");

        Assert.Contains("Success, 200", await served.RunAsync(), StringComparison.Ordinal);

        // Filling in the form has scrolled the page.
        await served.Page.Locator(".work").EvaluateAsync("work => { work.scrollTop = 0; }");
        await served.Page.ScreenshotAsync(new() { Path = Repository.Path("docs", file) });
    }
}
