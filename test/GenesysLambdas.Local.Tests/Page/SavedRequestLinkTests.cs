using System.Net;

namespace GenesysLambdas.Local.Tests.Page;

public sealed class SavedRequestLinkTests : IDisposable
{
    private const string Saved = ".aws-lambda-testtool/SavedRequests";
    private const string Folder = Saved + "/CurrentWeatherFunction";
    private const string Requests = "lookups/current-weather/requests/";

    private readonly DirectoryInfo _outside = Directory.CreateTempSubdirectory("outside-");

    public void Dispose() => _outside.Delete(recursive: true);

    [Theory]
    [InlineData("absolute")]
    [InlineData("relative")]
    [InlineData("by way of another link")]
    [InlineData("to a folder and back up")]
    public async Task A_linked_file_is_not_followed(string kind)
    {
        await using var page = await StartAsync();
        var secret = Path.Combine(_outside.FullName, "secret.json");
        await File.WriteAllTextAsync(secret, "1");
        var link = Path.Combine(page.Root, Folder, "rome.json");
        switch (kind)
        {
            case "absolute":
                File.CreateSymbolicLink(link, secret);
                break;
            case "relative":
                File.CreateSymbolicLink(link, Path.GetRelativePath(Path.Combine(page.Root, Folder), secret));
                break;
            case "by way of another link":
                File.CreateSymbolicLink(Path.Combine(page.Root, Folder, "hop"), secret);
                File.CreateSymbolicLink(link, "hop");
                break;
            default:
                Directory.CreateSymbolicLink(Path.Combine(page.Root, Folder, "hop"), _outside.CreateSubdirectory("below").FullName);
                File.CreateSymbolicLink(link, "hop/../secret.json");
                break;
        }

        await AssertRefusedAsync(page);
        Assert.Equal("1", await File.ReadAllTextAsync(secret));
        Assert.Equal("""["paris"]""", (await page.GetAsync("suite"))["lookups"]![0]!["requests"]!.ToJsonString());
    }

    [Fact]
    public async Task A_dangling_link_creates_no_file()
    {
        await using var page = await StartAsync();
        File.CreateSymbolicLink(Path.Combine(page.Root, Folder, "rome.json"), Path.Combine(_outside.FullName, "new.json"));

        await AssertRefusedAsync(page);
        Assert.Empty(_outside.GetFileSystemInfos());
    }

    [Theory]
    [InlineData(Folder)]
    [InlineData(Saved)]
    [InlineData(".aws-lambda-testtool")]
    public async Task A_linked_folder_is_not_followed(string folder)
    {
        await using var page = await StartAsync();
        var moved = Path.Combine(_outside.FullName, "moved");
        Directory.Move(Path.Combine(page.Root, folder), moved);
        Directory.CreateSymbolicLink(Path.Combine(page.Root, folder), moved);
        var before = Directory.GetFileSystemEntries(moved, "*", SearchOption.AllDirectories).Order();

        await AssertRefusedAsync(page);
        Assert.Equal(HttpStatusCode.Conflict, (await page.SendAsync(HttpMethod.Get, Requests + "paris")).Status);
        Assert.Equal("[]", (await page.GetAsync("suite"))["lookups"]![0]!["requests"]!.ToJsonString());
        Assert.Equal(before, Directory.GetFileSystemEntries(moved, "*", SearchOption.AllDirectories).Order());
    }

    [Fact]
    public async Task Circular_links_are_refused()
    {
        await using var page = await StartAsync();
        File.CreateSymbolicLink(Path.Combine(page.Root, Folder, "rome.json"), "other.json");
        File.CreateSymbolicLink(Path.Combine(page.Root, Folder, "other.json"), "rome.json");

        await AssertRefusedAsync(page);
    }

    [Fact]
    public async Task A_link_within_the_folder_is_followed()
    {
        await using var page = await StartAsync();
        File.CreateSymbolicLink(Path.Combine(page.Root, Folder, "rome.json"), "paris.json");

        Assert.Equal((HttpStatusCode.OK, """{"inputs": {"city_name": "Paris"}}"""), await page.SendAsync(HttpMethod.Get, Requests + "rome"));
        Assert.Equal(HttpStatusCode.Created, (await page.SendAsync(HttpMethod.Put, Requests + "rome?replace=true", "1")).Status);
        Assert.Equal("1\n", await File.ReadAllTextAsync(Path.Combine(page.Root, Folder, "paris.json")));
    }

    [Fact]
    public async Task The_root_can_be_a_link()
    {
        var root = Directory.CreateDirectory(Path.Combine(_outside.FullName, "real", Folder));
        await File.WriteAllTextAsync(Path.Combine(root.FullName, "paris.json"), "1");
        var link = Path.Combine(_outside.FullName, "link");
        Directory.CreateSymbolicLink(link, "real");
        var requests = new GenesysLambdas.Local.Page.SavedRequests(link);

        Assert.Equal(["paris"], requests.Names("current-weather"));
        Assert.Equal("1"u8.ToArray(), await requests.ReadAsync("current-weather", "paris"));
        Assert.Equal(Folder + "/rome.json", await requests.WriteAsync("current-weather", "rome", "2"u8.ToArray(), replace: false));
        Assert.True(File.Exists(Path.Combine(root.FullName, "rome.json")));
    }

    [Theory]
    [InlineData("con")]
    [InlineData("nul")]
    [InlineData("com1")]
    [InlineData("lpt9")]
    public async Task Windows_device_names_are_refused(string name)
    {
        await using var page = await StartAsync();

        Assert.Equal(
            (HttpStatusCode.BadRequest, $"A saved request cannot be called {name}: Windows reserves that name for a device."),
            await page.SendAsync(HttpMethod.Put, Requests + name, "{}"));
    }

    private static async Task<TestPage> StartAsync()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "On Windows, only administrators may make links.");
        return await TestPage.StartAsync();
    }

    private static async Task AssertRefusedAsync(TestPage page)
    {
        foreach (var (method, path) in new[] { (HttpMethod.Get, "rome"), (HttpMethod.Put, "rome"), (HttpMethod.Put, "rome?replace=true") })
        {
            var (status, message) = await page.SendAsync(method, Requests + path, "2");

            Assert.Equal(HttpStatusCode.Conflict, status);
            Assert.StartsWith($"{Folder}/rome.json leads out of {Saved} through a symbolic link, which is not followed", message, StringComparison.Ordinal);
        }
    }
}
