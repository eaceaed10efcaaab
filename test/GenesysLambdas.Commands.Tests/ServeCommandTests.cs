using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace GenesysLambdas.Commands.Tests;

public sealed class ServeCommandTests : IDisposable
{
    private readonly TestTerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Theory]
    [InlineData("-1")]
    [InlineData("65536")]
    [InlineData("http")]
    public async Task An_invalid_port_is_an_error_that_says_what_is_valid(string port)
    {
        Assert.Equal(1, await _terminal.RunAsync("serve", "--port", port));
        Assert.StartsWith($"--port must be a number from 0 to 65535, not '{port}'.", _terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_an_error_that_says_so()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        Assert.Equal(1, await _terminal.RunAsync("serve", "--port", $"{port}"));
        Assert.Equal($"Port {port} is in use: choose another with --port, or --port 0 for any free one.", _terminal.Error.Trim());
    }

    [Theory]
    [InlineData("text", "[CurrentWeatherFunction] ExternalApiError 502: HTTP 500 from WEATHER_API, 3 attempts, 385 ms")]
    [InlineData("json", "[CurrentWeatherFunction] " + FakeFunction.FailureLine)]
    public async Task The_log_is_readable_or_unchanged(string log, string expected)
    {
        using var stop = new CancellationTokenSource();
        var serving = _terminal.RunAsync(stop.Token, "serve", "--port", "0", "--log", log, "--secret", "WEATHER_API=tok-4711", "--env", "DOTNET_FAKE_FUNCTION=tells a failure");
        await ReadyAsync(serving);

        using var client = new HttpClient();
        using var response = await client.PostAsync(Url() + "2015-03-31/functions/current-weather/invocations", new StringContent("{}"));
        await stop.CancelAsync();

        Assert.Equal(0, await serving);
        Assert.Contains(expected, _terminal.Error.Split('\n', StringSplitOptions.TrimEntries));
        Assert.DoesNotContain("tok-4711", _terminal.Out + _terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prints_its_addresses_and_serves_them()
    {
        using var stop = new CancellationTokenSource();
        var serving = _terminal.RunAsync(stop.Token, "serve", "--port", "0", "--env", "DOTNET_FAKE_FUNCTION=echoes");
        await ReadyAsync(serving);

        Assert.StartsWith($"Run the lookups from a page in your browser: {Url()}", _terminal.Out, StringComparison.Ordinal);
        var url = Regex.Match(_terminal.Out, @"Serving on (http://127\.0\.0\.1:\d+), for this machine only", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking).Value.Split(' ', ',')[2];
        using var client = new HttpClient { BaseAddress = new Uri(url) };
        using var response = await client.PostAsync("/2015-03-31/functions/current-weather/invocations", new StringContent("[1]"));
        Assert.Equal("[1]", await response.Content.ReadAsStringAsync());

        await stop.CancelAsync();

        Assert.Equal(0, await serving);
        Assert.Contains("[CurrentWeatherFunction] pid ", _terminal.Error, StringComparison.Ordinal);
        Assert.Contains("Signatures are not verified, so any keys work", _terminal.Out, StringComparison.Ordinal);
        Assert.Contains("genesys-lambdas/weather-api", _terminal.Out, StringComparison.Ordinal);
        Assert.Contains($"{url}/stand-ins/user-api", _terminal.Out, StringComparison.Ordinal);
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync("/"));
    }

    [Theory]
    [InlineData("token", "", "Authorization: Bearer local-http-token")]
    [InlineData("token", "X-Api-Key", "X-Api-Key: local-http-token")]
    [InlineData("jwt", "X-Api-Key", "Authorization: Bearer ey")]
    public async Task The_curl_command_has_valid_credentials(string http, string header, string expected)
    {
        using var stop = new CancellationTokenSource();
        var serving = _terminal.RunAsync(stop.Token, "serve", "--port", "0", "--http", http, "--env", $"HTTP_TOKEN_HEADER={header}", "--env", "DOTNET_FAKE_FUNCTION=lets in");
        await ReadyAsync(serving);
        var command = _terminal.Out.Split('\n').Single(line => line.Contains("curl -H ", StringComparison.Ordinal)).Split('\'');
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, command[^1].Trim()) { Content = new StringContent(command[^2]) };
        var credentials = command[1].Split(": ");
        request.Headers.TryAddWithoutValidation(credentials[0], credentials[1]);

        using var response = await client.SendAsync(request);
        await stop.CancelAsync();

        Assert.StartsWith(expected, command[1], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(0, await serving);
    }

    [Fact]
    public async Task Opens_the_page_on_request()
    {
        var root = Directory.CreateTempSubdirectory("serve-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(root.CreateSubdirectory(".aws-lambda-testtool/SavedRequests/CurrentWeatherFunction").FullName, "rome.json"), "{}");
            var opened = new TaskCompletionSource<Uri>();
            using var terminal = new TestTerminal
            {
                OpenInBrowser = address =>
                {
                    opened.SetResult(address);
                    return null;
                },
            };
            using var stop = new CancellationTokenSource();
            var serving = terminal.RunAsync(stop.Token, "serve", "--port", "0", "--open", "--root", root.FullName);

            using var client = new HttpClient { BaseAddress = await opened.Task };
            var suite = await client.GetStringAsync("page/api/suite");
            await stop.CancelAsync();

            Assert.Equal(0, await serving);
            Assert.Contains("\"requests\":[\"rome\"]", suite, StringComparison.Ordinal);
            Assert.Empty(terminal.Error);
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Serves_even_if_no_browser_opens()
    {
        using var terminal = new TestTerminal { OpenInBrowser = _ => "No such file" };
        using var stop = new CancellationTokenSource();
        var serving = terminal.RunAsync(stop.Token, "serve", "--port", "0", "--open");
        while (!terminal.Error.Contains('\n', StringComparison.Ordinal))
        {
            Assert.False(serving.IsCompleted, terminal.Error);
            await Task.Delay(20);
        }

        await stop.CancelAsync();

        Assert.Equal(0, await serving);
        Assert.Matches(@"^Cannot open a browser \(No such file\): open http://127\.0\.0\.1:\d+/ yourself\.\s$", terminal.Error);
    }

    private string Url() => _terminal.Out.Split('\n', 2)[0].Split(' ')[^1].Trim();

    private async Task ReadyAsync(Task<int> serving)
    {
        while (!_terminal.Out.Contains("put-secret-value", StringComparison.Ordinal))
        {
            Assert.False(serving.IsCompleted, _terminal.Error);
            await Task.Delay(20);
        }
    }
}
