using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using GenesysLambdas.Local.Page;
using GenesysLambdas.Local.Server;

namespace GenesysLambdas.Local.Tests.Page;

/// <summary>The page of an emulator of the test contracts, with its own folder for saved requests.</summary>
internal sealed class TestPage : IAsyncDisposable
{
    private readonly DirectoryInfo _root;
    private readonly LocalPage _page;

    private TestPage(DirectoryInfo root, TestEmulator emulator, LocalPage page)
    {
        (_root, Emulator, _page) = (root, emulator, page);
        Browser = new HttpClient(new SameOrigin { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false } }) { BaseAddress = emulator.Emulator.Endpoint };
    }

    public TestEmulator Emulator { get; }

    public HttpClient Browser { get; }

    public string Root => _root.FullName;

    /// <param name="behaviour">The behaviour of <see cref="FakeFunction"/>; null to start no function.</param>
    /// <param name="time">The page's clock; null for the real one.</param>
    public static async Task<TestPage> StartAsync(string? behaviour = null, Func<LocalServerOptions, LocalServerOptions>? configure = null, TimeProvider? time = null)
    {
        var root = Directory.CreateTempSubdirectory("page-");
        var samples = root.CreateSubdirectory(".aws-lambda-testtool/SavedRequests/CurrentWeatherFunction");
        await File.WriteAllTextAsync(Path.Combine(samples.FullName, "paris.json"), """{"inputs": {"city_name": "Paris"}}""");
        LocalPage? page = null;
        var emulator = await TestEmulator.StartAsync(behaviour, configure, emulator => (page = new LocalPage(emulator, root.FullName, time ?? TimeProvider.System)).AddTo);
        return new TestPage(root, emulator, page!);
    }

    public async Task<JsonNode> GetAsync(string path) => (await Browser.GetFromJsonAsync<JsonNode>("/page/api/" + path))!;

    /// <returns>The status and the error's message.</returns>
    public async Task<(HttpStatusCode Status, string Message)> SendAsync(HttpMethod method, string path, string body = "")
    {
        using var request = new HttpRequestMessage(method, "/page/api/" + path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        using var response = await Browser.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, response.IsSuccessStatusCode ? answer : (string)JsonNode.Parse(answer)!["message"]!);
    }

    /// <summary>The request must succeed.</summary>
    public async Task DoAsync(HttpMethod method, string path, string body = "") => Assert.Equal((HttpStatusCode.NoContent, ""), await SendAsync(method, path, body));

    /// <summary>Runs a call and returns all lines of the response.</summary>
    public async Task<IReadOnlyList<JsonNode>> RunAsync(string json, string via = "lambda")
    {
        using var request = new StringContent($$"""{"lookup":"current-weather","event":{{json}},"via":"{{via}}"}""", Encoding.UTF8, "application/json");
        using var response = await Browser.PostAsync("/page/api/calls", request);
        Assert.Equal((HttpStatusCode.OK, "application/x-ndjson"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        return [.. (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];
    }

    public async Task<JsonNode> CallAsync(string json = """{"inputs":{"city_name":"Paris"}}""", string via = "lambda") =>
        (await RunAsync(json, via))[^1]["call"] ?? throw new InvalidOperationException("The call has no end.");

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await Emulator.DisposeAsync();
        _page.Dispose();
        _root.Delete(recursive: true);
    }

    /// <summary>Adds the headers that browsers send for a page of the same origin (see <see cref="WebPage"/>).</summary>
    private sealed class SameOrigin : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.TryAddWithoutValidation("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0");
            request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");
            request.Headers.TryAddWithoutValidation("Sec-Fetch-Mode", "cors");
            request.Headers.TryAddWithoutValidation("Sec-Fetch-Dest", "empty");
            if (request.Method != HttpMethod.Get)
            {
                request.Headers.TryAddWithoutValidation("Origin", request.RequestUri!.GetLeftPart(UriPartial.Authority));
            }

            return base.SendAsync(request, cancellationToken);
        }
    }
}
