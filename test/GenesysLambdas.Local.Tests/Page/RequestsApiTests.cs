using System.Net;

namespace GenesysLambdas.Local.Tests.Page;

public class RequestsApiTests
{
    private const string Folder = ".aws-lambda-testtool/SavedRequests/CurrentWeatherFunction";

    [Fact]
    public async Task Reads_a_request_unchanged()
    {
        await using var page = await TestPage.StartAsync();

        Assert.Equal((HttpStatusCode.OK, """{"inputs": {"city_name": "Paris"}}"""), await page.SendAsync(HttpMethod.Get, "lookups/current-weather/requests/paris"));
    }

    [Fact]
    public async Task Replaces_a_request_only_if_told_to()
    {
        await using var page = await TestPage.StartAsync();
        const string path = "lookups/current-weather/requests/rome";

        var saved = await page.SendAsync(HttpMethod.Put, path, """{ "a": 1 }""");
        var again = await page.SendAsync(HttpMethod.Put, path, "2");
        var kept = await File.ReadAllTextAsync(Path.Combine(page.Root, Folder, "rome.json"));
        var replaced = await page.SendAsync(HttpMethod.Put, path + "?replace=true", "3");

        Assert.Equal((HttpStatusCode.Created, $$"""{"path":"{{Folder}}/rome.json"}"""), saved);
        Assert.Equal((HttpStatusCode.Conflict, $"{Folder}/rome.json exists: choose another name, or replace it."), again);
        Assert.Equal("{ \"a\": 1 }\n", kept);
        Assert.Equal(HttpStatusCode.Created, replaced.Status);
        Assert.Equal("3\n", await File.ReadAllTextAsync(Path.Combine(page.Root, Folder, "rome.json")));
        Assert.Equal("""["paris","rome"]""", (await page.GetAsync("suite"))["lookups"]![0]!["requests"]!.ToJsonString());
    }

    [Fact]
    public async Task Saving_the_first_request_creates_the_folder()
    {
        await using var page = await TestPage.StartAsync();

        var (status, _) = await page.SendAsync(HttpMethod.Put, "lookups/list-invocations/requests/first", "{}");

        Assert.Equal(HttpStatusCode.Created, status);
        Assert.True(File.Exists(Path.Combine(page.Root, ".aws-lambda-testtool/SavedRequests/ListInvocationsFunction/first.json")));
    }

    [Theory]
    [InlineData("..")]
    [InlineData("..%2f..%2fevil")]
    [InlineData("..%5c..%5cevil")]
    [InlineData("%2ftmp%2fevil")]
    [InlineData("a%00b")]
    [InlineData("a%0a")]
    [InlineData("a.json")]
    [InlineData(".hidden")]
    [InlineData("A")]
    [InlineData("a--b")]
    [InlineData("-a")]
    [InlineData("a-")]
    [InlineData("ümlaut")]
    [InlineData("a%20b")]
    [InlineData("c:a")]
    [InlineData("a1234567890123456789012345678901234567890123456789012345678901234")]
    public async Task A_name_cannot_lead_out_of_the_folder(string name)
    {
        await using var page = await TestPage.StartAsync();
        var before = Directory.GetFileSystemEntries(page.Root, "*", SearchOption.AllDirectories).Order();

        foreach (var method in new[] { "PUT", "GET" })
        {
            // Raw, because a client would resolve the dots.
            var status = await RawHttp.SendAsync(page.Emulator, $"{method} /page/api/lookups/current-weather/requests/{Uri.EscapeDataString(Uri.UnescapeDataString(name))} HTTP/1.1\nHost: localhost:PORT\nContent-Length: 2\n\n{{}}");

            Assert.Contains(status, new[] { HttpStatusCode.BadRequest, HttpStatusCode.NotFound });
        }

        Assert.Equal(before, Directory.GetFileSystemEntries(page.Root, "*", SearchOption.AllDirectories).Order());
    }

    [Theory]
    [InlineData("not JSON", HttpStatusCode.BadRequest, "A saved request must be JSON, nested no deeper than 64.")]
    [InlineData("", HttpStatusCode.BadRequest, "A saved request must be JSON, nested no deeper than 64.")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]", HttpStatusCode.BadRequest, "A saved request must be JSON, nested no deeper than 64.")]
    public async Task Saves_only_JSON(string body, HttpStatusCode status, string message)
    {
        await using var page = await TestPage.StartAsync();

        Assert.Equal((status, message), await page.SendAsync(HttpMethod.Put, "lookups/current-weather/requests/rome", body));
        Assert.False(File.Exists(Path.Combine(page.Root, Folder, "rome.json")));
    }

    [Fact]
    public async Task Saves_no_more_than_6_MB()
    {
        await using var page = await TestPage.StartAsync();

        var (status, _) = await page.SendAsync(HttpMethod.Put, "lookups/current-weather/requests/rome", $"\"{new string('x', 6 * 1024 * 1024)}\"");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
    }

    [Fact]
    public async Task Saves_nothing_outside_a_repository()
    {
        await using var page = await TestPage.StartAsync();
        Directory.Delete(Path.Combine(page.Root, ".aws-lambda-testtool"), recursive: true);

        var (status, message) = await page.SendAsync(HttpMethod.Put, "lookups/current-weather/requests/rome", "{}");

        Assert.Equal((HttpStatusCode.Conflict, true), (status, message.Contains("--root", StringComparison.Ordinal)));
        Assert.Empty(Directory.GetFileSystemEntries(page.Root));
    }

    [Fact]
    public async Task An_unknown_lookup_is_an_error_that_lists_the_lookups()
    {
        await using var page = await TestPage.StartAsync();

        Assert.Equal(
            (HttpStatusCode.NotFound, "There is no lookup nothing: the lookups are current-weather, list-invocations."),
            await page.SendAsync(HttpMethod.Get, "lookups/nothing/requests/paris"));
    }
}
