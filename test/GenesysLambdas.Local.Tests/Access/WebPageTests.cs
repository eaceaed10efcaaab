using System.Net;
using System.Text;

namespace GenesysLambdas.Local.Tests.Access;

/// <summary>A page in the developer's browser cannot use the emulator.</summary>
public class WebPageTests
{
    private const string Api = "/CurrentWeatherFunction/2018-06-01/runtime/";

    [Theory]
    [MemberData(nameof(WebPage.All), MemberType = typeof(WebPage))]
    public async Task Web_pages_are_refused(string request)
    {
        await using var emulator = await TestEmulator.StartAsync();

        Assert.Equal(HttpStatusCode.Forbidden, await RawHttp.SendAsync(emulator, WebPage.Requests[request]));
    }

    [Theory]
    [MemberData(nameof(WebPage.Images), MemberType = typeof(WebPage))]
    public async Task An_image_tag_cannot_take_an_event(string request)
    {
        await using var emulator = await TestEmulator.StartAsync();
        var invocation = emulator.InvokeAsync("[1]");

        await RawHttp.SendAsync(emulator, WebPage.Requests[request]);
        using var next = await emulator.Client.GetAsync(Api + "invocation/next");

        Assert.Equal("[1]", await next.Content.ReadAsStringAsync());
        Assert.False(invocation.IsCompleted);
    }

    [Theory]
    [InlineData("invocation/ID/response")]
    [InlineData("invocation/ID/error")]
    [InlineData("init/error")]
    public async Task A_browser_cannot_answer_for_a_function(string path)
    {
        await using var emulator = await TestEmulator.StartAsync();
        var invocation = emulator.InvokeAsync();
        var id = path.Contains("ID", StringComparison.Ordinal) ? await NextAsync(emulator) : "";
        using var request = new HttpRequestMessage(HttpMethod.Post, Api + path.Replace("ID", id, StringComparison.Ordinal)) { Content = new StringContent("\"evil\"") };
        request.Headers.TryAddWithoutValidation("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:52.0) Gecko/20100101 Firefox/52.0");

        using var refused = await emulator.Client.SendAsync(request);
        id = id.Length == 0 ? await NextAsync(emulator) : id;
        using var answered = await emulator.Client.PostAsync($"{Api}invocation/{id}/response", new StringContent("1"));

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("not for browsers", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("1", Encoding.UTF8.GetString((await invocation).Payload.Span));
    }

    /// <summary>
    /// What runtimes send in addition to Host, according to their sources: <c>runtime_api_client.go</c> of aws-lambda-go, <c>runtime.cpp</c> of
    /// aws-lambda-cpp (also in Python's and Node.js's), <c>InternalClientAdapted.cs</c> of aws-lambda-dotnet,
    /// <c>requests.rs</c> of aws-lambda-rust-runtime, <c>LambdaRuntimeApiClientImpl.java</c> of aws-lambda-java-libs with the
    /// defaults of <c>HttpURLConnection</c>; and <c>fetch</c> of Node.js, by its <c>appendFetchMetadata</c>.
    /// </summary>
    [Theory]
    [InlineData("127.0.0.1", "User-Agent: aws-lambda-go/go1.22.5\nAccept-Encoding: gzip\n")]
    [InlineData("localhost", "Accept: */*\n")]
    [InlineData("localhost", "Accept: application/json\n")]
    [InlineData("localhost", "user-agent: aws-lambda-rust/0.13.0\n")]
    [InlineData("[::1]", "User-Agent: aws-lambda-java/Corretto-21-2.6.0\nAccept: text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2\nConnection: keep-alive\n")]
    [InlineData("LocalHost", "accept: */*\naccept-language: *\nsec-fetch-mode: cors\nuser-agent: node\naccept-encoding: gzip, deflate\n")]
    [InlineData("localhost", "")]
    public async Task A_function_started_by_hand_gets_events(string host, string headers)
    {
        await using var emulator = await TestEmulator.StartAsync();
        var invocation = emulator.InvokeAsync();

        var status = await RawHttp.SendAsync(emulator, $"GET {Api}invocation/next HTTP/1.1\nHost: {host}:PORT\n{headers}\n");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.False(invocation.IsCompleted);
    }

    private static async Task<string> NextAsync(TestEmulator emulator)
    {
        using var next = await emulator.Client.GetAsync(Api + "invocation/next");
        return next.Headers.GetValues("Lambda-Runtime-Aws-Request-Id").Single();
    }
}
