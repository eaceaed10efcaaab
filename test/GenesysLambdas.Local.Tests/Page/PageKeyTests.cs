using System.Net;
using GenesysLambdas.Local.Page;

namespace GenesysLambdas.Local.Tests.Page;

/// <summary>With real secrets, the page needs a key on systems that do not show which user owns a connection.</summary>
public class PageKeyTests
{
    private const string Refused = "Open the page at the address that 'serve' printed in the terminal, including its key.";

    [Theory]
    [InlineData("PUT", "apis/WEATHER_API/target", """{"baseUrl":"http://127.0.0.1:9/"}""")]
    [InlineData("GET", "calls", "")]
    [InlineData("GET", "suite", "")]
    [InlineData("POST", "calls", """{"lookup":"current-weather","event":{},"via":"lambda"}""")]
    [InlineData("PUT", "lookups/current-weather/requests/mine", "{}")]
    public async Task The_page_needs_its_key(string method, string path, string body)
    {
        await using var page = await StartAsync();

        Assert.Equal((HttpStatusCode.Forbidden, Refused), await page.SendAsync(new HttpMethod(method), path, body));
    }

    [Theory]
    [InlineData("/PAGE/API/suite")]
    [InlineData("/page/%61pi/suite")]
    public async Task Other_spellings_of_the_path_need_the_key_too(string path)
    {
        await using var page = await StartAsync();

        using var response = await page.Browser.GetAsync(path);

        Assert.Contains(response.StatusCode, new[] { HttpStatusCode.Forbidden, HttpStatusCode.NotFound });
    }

    [Fact]
    public async Task The_printed_address_opens_the_page()
    {
        await using var page = await StartAsync();

        using var opened = await page.Browser.GetAsync(LocalPage.AddressOf(page.Emulator.Emulator));

        Assert.Equal((HttpStatusCode.Redirect, "/"), (opened.StatusCode, opened.Headers.Location?.ToString()));
        Assert.Contains("path=/page/api; samesite=strict; httponly", opened.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
        Assert.NotNull(await page.GetAsync("suite"));
    }

    [Fact]
    public async Task A_wrong_key_is_refused()
    {
        await using var page = await StartAsync();

        using var opened = await page.Browser.GetAsync("/?key=wrong");

        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        Assert.False(opened.Headers.Contains("Set-Cookie"));
        Assert.Equal((HttpStatusCode.Forbidden, Refused), await page.SendAsync(HttpMethod.Get, "suite"));
    }

    [Fact]
    public async Task The_page_refuses_a_real_secret_without_protection()
    {
        await using var page = await TestPage.StartAsync(configure: options => options with { Sockets = null });

        var (status, message) = await page.SendAsync(HttpMethod.Put, "apis/WEATHER_API/target", """{"baseUrl":"https://api.example.com","secret":"real-4711"}""");

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Equal("On this system, other accounts could read the secret here: start 'serve' with --secret WEATHER_API=- instead.", message);
    }

    private static Task<TestPage> StartAsync() => TestPage.StartAsync(configure: options => options with
    {
        Sockets = null,
        Secrets = new Dictionary<string, string> { ["genesys-lambdas/weather-api"] = "real-4711" },
    });
}
