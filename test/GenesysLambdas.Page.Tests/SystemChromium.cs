using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(GenesysLambdas.Page.Tests.SystemChromium))]

namespace GenesysLambdas.Page.Tests;

/// <summary>The system's Chromium, headless, shared by all tests.</summary>
public sealed class SystemChromium : IAsyncLifetime
{
    private static readonly string? Executable = Array.Find(
        ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"], File.Exists);

    // Without these, a new browser contacts its maker.
    private static readonly string[] Arguments =
        ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Why the tests cannot run; null if they can.</summary>
    public static string? WhyMissing => Executable is null ? "The page is tested in Chromium, which is not installed here." : null;

    public IBrowser Browser => _browser!;

    public async ValueTask InitializeAsync()
    {
        if (Executable is null)
        {
            return;
        }

        // Starting a function takes longer while many tests run.
        Assertions.SetDefaultExpectTimeout((float)TimeSpan.FromSeconds(30).TotalMilliseconds);
        _playwright = await Playwright.CreateAsync();
        // CI runs as root, and Chromium's sandbox does not.
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Args = Environment.UserName == "root" ? [.. Arguments, "--no-sandbox"] : Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
