using System.Net.Http.Headers;
using System.Text;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The Lambda runtime API, version 2018-06-01 (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html).</summary>
internal sealed class RuntimeApiClient(HttpClient http, string? endpoint)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    // Sends a request id exactly as it was escaped.
    private static readonly UriCreationOptions AsEscaped = new() { DangerousDisablePathAndQueryCanonicalization = true };

    public async Task<InvocationEvent> NextAsync(CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(Address("invocation/next"), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        return await InvocationEvent.ReadAsync(response.EnsureSuccessStatusCode());
    }

    public Task AnswerAsync(string requestId, ReadOnlyMemory<byte> answer) => PostAsync($"invocation/{Segment(requestId)}/response", answer);

    public Task FailAsync(string requestId, Exception exception) => PostErrorAsync($"invocation/{Segment(requestId)}/error", exception);

    /// <summary>Reports that the function cannot start. The process should then exit with an error.</summary>
    public Task FailInitializationAsync(Exception exception) => PostErrorAsync("init/error", exception);

    private Task PostErrorAsync(string path, Exception exception)
    {
        var error = FunctionError.Create(exception);
        return PostAsync(path, error.ToJson(), error.Type);
    }

    private async Task PostAsync(string path, ReadOnlyMemory<byte> body, string? errorType = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address(path));
        request.Content = new ReadOnlyMemoryContent(body);
        request.Content.Headers.ContentType = Json;
        // A header cannot carry an exception's name that is not ASCII; the body can.
        if (errorType is not null && Ascii.IsValid(errorType))
        {
            request.Headers.TryAddWithoutValidation("Lambda-Runtime-Function-Error-Type", errorType);
        }

        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, CancellationToken.None);
        response.EnsureSuccessStatusCode();
    }

    // RFC 3986, section 3.3: as path segments, "." and ".." would change the path.
    private static string Segment(string requestId) =>
        requestId is "." or ".." ? requestId.Replace(".", "%2E", StringComparison.Ordinal) : Uri.EscapeDataString(requestId);

    private Uri Address(string path) => new($"http://{endpoint?.TrimEnd('/')}/2018-06-01/runtime/{path}", AsEscaped);
}
