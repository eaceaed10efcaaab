using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using GenesysLambdas.Local.Emulator;
using GenesysLambdas.Tooling.HttpApi;

namespace GenesysLambdas.Commands;

/// <summary>An invocation by way of the local HTTP API.</summary>
internal static class HttpInvocation
{
    /// <param name="header">The header that carries the token.</param>
    public static async Task<InvocationResult> RunAsync(Uri endpoint, string header, LookupContract contract, byte[] payload, CancellationToken cancellationToken)
    {
        // The emulator ends what takes too long.
        using var client = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(endpoint, HttpPath.Of(contract)));
        request.Headers.TryAddWithoutValidation(header, HttpTokenHeader.Value(header, HttpAuthorizerFunction.Token));
        request.Content = new ByteArrayContent(payload) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        var started = Stopwatch.GetTimestamp();
        using var response = await client.SendAsync(request, cancellationToken);
        var answer = await response.Content.ReadAsByteArrayAsync(cancellationToken);

        // With HTTP_STATUS=answer, a failure's status is not 200, but there is an answer.
        return response.StatusCode == HttpStatusCode.OK || AnswerHasOutputs(answer)
            ? new InvocationResult("", answer, FunctionError: null, Stopwatch.GetElapsedTime(started), InitDuration: null)
            : throw new ToolException($"The local HTTP API answered {(int)response.StatusCode}: {Encoding.UTF8.GetString(answer)}");
    }

    private static bool AnswerHasOutputs(byte[] answer) => AnswerOutputs.Read(answer).Outputs is { } outputs && outputs.TryGetProperty("errorCode", out _);
}
