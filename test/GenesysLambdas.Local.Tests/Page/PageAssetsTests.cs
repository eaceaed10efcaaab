using System.Net;

namespace GenesysLambdas.Local.Tests.Page;

public class PageAssetsTests
{
    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/page/index.html", HttpStatusCode.OK)]
    [InlineData("/page/api/suite", HttpStatusCode.OK)]
    [InlineData("/page/unknown.js", HttpStatusCode.NotFound)]
    [InlineData("/page/api/unknown", HttpStatusCode.NotFound)]
    public async Task Every_file_has_security_headers(string path, HttpStatusCode status)
    {
        await using var page = await TestPage.StartAsync();

        using var response = await page.Browser.GetAsync(path);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
            Header("Content-Security-Policy"));
        Assert.Equal(
            ("nosniff", "no-referrer", "no-store", "same-origin", "same-origin"),
            (Header("X-Content-Type-Options"), Header("Referrer-Policy"), Header("Cache-Control"), Header("Cross-Origin-Opener-Policy"), Header("Cross-Origin-Resource-Policy")));

        string Header(string name) => response.Headers.GetValues(name).Single();
    }

    [Fact]
    public async Task HEAD_returns_no_body()
    {
        await using var page = await TestPage.StartAsync();

        using var whole = await page.Browser.GetAsync("/");
        using var head = await page.Browser.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/"));

        Assert.Equal("text/html; charset=utf-8", whole.Content.Headers.ContentType?.ToString());
        Assert.StartsWith("<!DOCTYPE html>", await whole.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(whole.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/page/..%2fGenesysLambdas.sln")]
    [InlineData("/page/%2e%2e%2fx")]
    [InlineData("/page/index.html%00")]
    [InlineData("/page/Samples%2fx.json")]
    [InlineData("/page/..%5cx")]
    public async Task Serves_only_the_pages_own_files(string path)
    {
        await using var page = await TestPage.StartAsync();

        var status = await RawHttp.SendAsync(page.Emulator, $"GET {path} HTTP/1.1\nHost: localhost:PORT\n\n");

        // Kestrel refuses some of these itself.
        Assert.Contains(status, new[] { HttpStatusCode.NotFound, HttpStatusCode.BadRequest });
    }

    [Theory]
    [InlineData("Origin: https://evil.example")]
    [InlineData("Sec-Fetch-Site: cross-site")]
    [InlineData("Sec-Fetch-Site: same-site")]
    public async Task Pages_of_other_origins_are_refused(string header)
    {
        await using var page = await TestPage.StartAsync();

        foreach (var request in new[] { "GET /", "GET /page/api/suite", "GET /page/api/calls", "PUT /page/api/apis/WEATHER_API/fault", "DELETE /page/api/apis/WEATHER_API/secret" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, await RawHttp.SendAsync(page.Emulator, $"{request} HTTP/1.1\nHost: localhost:PORT\n{header}\nContent-Length: 0\n\n"));
        }

        Assert.True((bool)(await page.GetAsync("suite"))["apis"]![1]!["secret"]!["exists"]!);
    }

    [Theory]
    [InlineData("GET", "apis/WEATHER_API/secret/rotate")]
    [InlineData("GET", "apis/WEATHER_API/secret")]
    [InlineData("GET", "apis/WEATHER_API/fault")]
    [InlineData("POST", "apis/WEATHER_API/fault")]
    [InlineData("GET", "lookups/current-weather/kill")]
    public async Task GET_changes_nothing(string method, string path)
    {
        await using var page = await TestPage.StartAsync();

        var (status, message) = await page.SendAsync(new HttpMethod(method), path);

        Assert.Equal((HttpStatusCode.NotFound, $"The page has no {method} /page/api/{path}: reload it."), (status, message));
    }
}
