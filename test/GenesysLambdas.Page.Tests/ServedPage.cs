using GenesysLambdas.Cli;
using GenesysLambdas.Commands;
using GenesysLambdas.Commands.Terminals;
using GenesysLambdas.Publishing.Platform;
using GenesysLambdas.Testing;
using Microsoft.Playwright;

namespace GenesysLambdas.Page.Tests;

/// <summary>
/// The page of a <c>serve</c> with the real functions, in its own browser. Disposing it fails if the browser reported an exception or a violation of
/// the security policy.
/// </summary>
internal sealed class ServedPage : IAsyncDisposable
{
    private readonly DirectoryInfo _root;
    private readonly CancellationTokenSource _stop;
    private readonly Task<int> _serving;
    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    private ServedPage(DirectoryInfo root, CancellationTokenSource stop, Task<int> serving, Uri address, IBrowserContext context, IPage page)
    {
        (_root, _stop, _serving, Address, _context, Page) = (root, stop, serving, address, context, page);
        page.Console += (_, message) =>
        {
            // Chromium logs failed requests, including those that a test expects.
            if (message.Type is "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                _complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => _complaints.Add(error);
        page.Dialog += (_, dialog) => _complaints.Add($"A dialog: {dialog.Message}");
    }

    public Uri Address { get; }

    public IPage Page { get; }

    /// <summary>The result's level-2 heading: the outcome.</summary>
    public ILocator Outcome => Page.Locator("#outcome");

    public ILocator RunButton => Page.GetByRole(AriaRole.Button, new() { Name = "Run", Exact = true });

    /// <param name="options">The browser's window and colours; null for a light desktop.</param>
    /// <param name="settings">Other settings of the functions, as <c>NAME=value</c>.</param>
    public static async Task<ServedPage> OpenAsync(SystemChromium chromium, BrowserNewContextOptions? options = null, params string[] settings)
    {
        Assert.SkipWhen(SystemChromium.WhyMissing is not null, SystemChromium.WhyMissing ?? "");
        var root = Directory.CreateTempSubdirectory("page-");
        Copy(Repository.Path(".aws-lambda-testtool"), Path.Combine(root.FullName, ".aws-lambda-testtool"));
        var stop = new CancellationTokenSource();
        var text = new StringWriter();
        var output = TextWriter.Synchronized(text);
        var terminal = new Terminal(Stream.Null, output, Stream.Null, TextWriter.Null, CanAsk: false);
        var serving = new CommandLine(ThisSuite.Value, terminal, PlatformAccess.OfThisProcess())
            .RunAsync(["serve", "--port", "0", "--root", root.FullName, .. settings.SelectMany(setting => (string[])["--env", setting])], stop.Token);
        var address = await AddressAsync(() => Read(text, output), serving);
        var context = await chromium.Browser.NewContextAsync(options ?? new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        context.SetDefaultTimeout(30_000);
        var served = new ServedPage(root, stop, serving, address, context, await context.NewPageAsync());
        await served.Page.GotoAsync(address.ToString());
        await Assertions.Expect(served.Page.Locator("#connection")).ToHaveTextAsync("Connected");
        return served;
    }

    public string At(string path) => Path.Combine(_root.FullName, path);

    public Task PickAsync(string lookup) => Page.GetByRole(AriaRole.Navigation, new() { Name = "Lookups" }).GetByRole(AriaRole.Link, new() { Name = lookup }).ClickAsync();

    public Task FillAsync(string input, string value) => Page.GetByLabel(input, new() { Exact = true }).FillAsync(value);

    public Task CheckAsync(string choice) => Page.GetByRole(AriaRole.Radio, new() { Name = choice, Exact = true }).CheckAsync();

    /// <summary>Runs the request and waits for its outcome.</summary>
    public async Task<string> RunAsync()
    {
        var calls = await Page.Locator("#history-list li").CountAsync();
        await RunButton.ClickAsync();
        await Assertions.Expect(Page.Locator("#history-list li")).ToHaveCountAsync(calls + 1);
        await Assertions.Expect(Page.Locator("#progress")).ToBeHiddenAsync();
        return (await Outcome.TextContentAsync())!;
    }

    /// <summary>The cells of an output's row.</summary>
    public async Task<string> OutputAsync(string name) =>
        await Page.GetByRole(AriaRole.Row).Filter(new() { Has = Page.GetByRole(AriaRole.Rowheader, new() { Name = name, Exact = true }) }).InnerTextAsync();

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        await StopServingAsync();
        _stop.Dispose();
        _root.Delete(recursive: true);
        Assert.Empty(_complaints);
    }

    /// <summary>Ends <c>serve</c> like Ctrl-C.</summary>
    public async Task StopServingAsync()
    {
        await _stop.CancelAsync();
        await _serving;
    }

    private static async Task<Uri> AddressAsync(Func<string> output, Task<int> serving)
    {
        var limit = TimeSpan.FromSeconds(60);
        for (var start = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(start) < limit; await Task.Delay(10))
        {
            var text = output();
            if (text.Contains("/data-action/", StringComparison.Ordinal))
            {
                return new Uri(text.Split(' ', ',', '\n').First(word => word.StartsWith("http://127.0.0.1:", StringComparison.Ordinal)).TrimEnd('/', '.') + "/");
            }

            Assert.False(serving.IsCompleted, "serve has ended.");
        }

        throw new TimeoutException("serve did not say where it is.");
    }

    // A synchronized writer locks itself while it writes.
    private static string Read(StringWriter text, TextWriter synchronized)
    {
        lock (synchronized)
        {
            return text.ToString();
        }
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
