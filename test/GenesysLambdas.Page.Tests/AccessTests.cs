using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace GenesysLambdas.Page.Tests;

/// <summary>The page works by keyboard, in both colour schemes, at any width, and with screen readers.</summary>
public sealed class AccessTests(SystemChromium chromium)
{
    [Fact]
    public async Task A_lookup_can_be_run_by_keyboard_alone()
    {
        await using var served = await ServedPage.OpenAsync(chromium);

        await TabToAsync(served, "document.activeElement.dataset.lookup === 'current-weather'");
        await served.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(served.Page.Locator("#lookup-name")).ToHaveTextAsync("current-weather");
        await TabToAsync(served, "document.activeElement.name === 'city_name'");
        await served.Page.Keyboard.TypeAsync("Paris");
        await served.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(served.Outcome).ToContainTextAsync("Success, 200");
        await Assertions.Expect(served.Page.Locator("#announcer")).ToContainTextAsync("Success, 200");

        await TabToAsync(served, "document.activeElement.textContent === 'Call again'");
        await served.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(served.Page.Locator("#history-list li")).ToHaveCountAsync(2);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_page_passes_the_accessibility_checks(ColorScheme scheme)
    {
        await using var served = await ServedPage.OpenAsync(chromium, new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce, ViewportSize = new() { Width = 1280, Height = 900 } });
        await served.PickAsync("customer-profile");
        await served.FillAsync("customer_id", "12345");
        await served.CheckAsync("404");
        await Assertions.Expect(served.Page.Locator("#altered")).ToBeVisibleAsync();
        await served.RunAsync();

        var result = await served.Page.RunAxe();

        Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.Select(violation => $"{violation.Id}: {violation.Help}: {string.Join(", ", violation.Nodes.Select(node => node.Html))}")));
    }

    [Fact]
    public async Task The_page_follows_the_systems_dark_mode()
    {
        await using var light = await ServedPage.OpenAsync(chromium, new() { ColorScheme = ColorScheme.Light });
        await using var dark = await ServedPage.OpenAsync(chromium, new() { ColorScheme = ColorScheme.Dark });

        Assert.True(await BrightnessAsync(light) > 200);
        Assert.True(await BrightnessAsync(dark) < 60);

        static Task<int> BrightnessAsync(ServedPage served) => served.Page.EvaluateAsync<int>(
            """
            () => {
              const pixel = document.createElement('canvas').getContext('2d');
              pixel.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
              pixel.fillRect(0, 0, 1, 1);
              return Math.max(...pixel.getImageData(0, 0, 1, 1).data.slice(0, 3));
            }
            """);
    }

    [Fact]
    public async Task Nothing_overflows_at_any_width()
    {
        await using var served = await ServedPage.OpenAsync(chromium);
        await served.PickAsync("user-lookup");
        await served.FillAsync("user_id", new string('8', 60));
        await served.RunAsync();
        foreach (var width in new[] { 360, 768, 1099, 1100, 2000 })
        {
            await served.Page.SetViewportSizeAsync(width, 800);

            Assert.Equal(width, await served.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        }
    }

    [Fact]
    public async Task A_phone_shows_the_lookups_in_a_select()
    {
        await using var served = await ServedPage.OpenAsync(chromium, new() { ViewportSize = new() { Width = 360, Height = 740 } });
        await served.Page.GetByLabel("Lookup", new() { Exact = true }).SelectOptionAsync("user-lookup");
        await served.FillAsync("user_id", "1");

        Assert.Contains("Success, 200", await served.RunAsync(), StringComparison.Ordinal);
    }

    private static async Task TabToAsync(ServedPage served, string condition)
    {
        const int Most = 120;
        for (var tabs = 0; tabs < Most; tabs++)
        {
            await served.Page.Keyboard.PressAsync("Tab");
            if (await served.Page.EvaluateAsync<bool>($"() => {condition}"))
            {
                return;
            }
        }

        Assert.Fail($"No key leads to where {condition}.");
    }
}
