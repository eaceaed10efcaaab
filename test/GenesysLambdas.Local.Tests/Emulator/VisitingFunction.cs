using System.Text;

namespace GenesysLambdas.Local.Tests.Emulator;

/// <summary>A function that was started by hand, as in a debugger; here, by the test.</summary>
internal sealed class VisitingFunction(HttpClient client, string function = TestEmulator.Function) : IDisposable
{
    private const string Success = """{"result":{"temperature":21.5,"condition":"Clear sky","success":true,"statusCode":200,"errorCode":"","errorMessage":""}}""";

    private HttpResponseMessage? _next;

    public string RequestId => Header("Lambda-Runtime-Aws-Request-Id");

    public DateTimeOffset Deadline => DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(Header("Lambda-Runtime-Deadline-Ms")));

    /// <summary>The trace that it passes on.</summary>
    public string Trace => Header("Lambda-Runtime-Trace-Id");

    public string Arn => Header("Lambda-Runtime-Invoked-Function-Arn");

    private string Api => $"/{function}/2018-06-01/runtime/invocation/";

    public async Task<string> NextAsync()
    {
        _next?.Dispose();
        _next = await client.GetAsync(Api + "next");
        return await _next.Content.ReadAsStringAsync();
    }

    public async Task AnswerAsync(string answer = Success)
    {
        using var response = await client.PostAsync($"{Api}{RequestId}/response", new StringContent(answer, Encoding.UTF8, "application/json"));
        Assert.Equal(System.Net.HttpStatusCode.Accepted, response.StatusCode);
    }

    /// <summary>Calls an external API with the trace, as real functions do.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken = default)
    {
        request.Headers.TryAddWithoutValidation("X-Amzn-Trace-Id", Trace);
        return client.SendAsync(request, cancellationToken);
    }

    public void Dispose() => _next?.Dispose();

    private string Header(string name) => _next!.Headers.GetValues(name).Single();
}
