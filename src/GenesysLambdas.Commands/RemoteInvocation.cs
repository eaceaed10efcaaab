using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using GenesysLambdas.Local;
using GenesysLambdas.Local.Emulator;

namespace GenesysLambdas.Commands;

internal static class RemoteInvocation
{
    // Longer than any function takes, including a cold start.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    public static async Task<InvocationResult> RunAsync(string endpoint, LookupContract contract, byte[] payload, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(endpoint.TrimEnd('/'), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            throw new ToolException($"--endpoint {endpoint} is not a URL such as http://127.0.0.1:5050.");
        }

        using var client = new HttpClient { Timeout = Timeout };
        using var request = new HttpRequestMessage(HttpMethod.Post, address.AbsoluteUri.TrimEnd('/') + LocalAws.InvokePath(contract.Function));
        request.Headers.Add("X-Amz-Log-Type", "Tail");
        request.Content = new ByteArrayContent(payload) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        try
        {
            var started = Stopwatch.GetTimestamp();
            using var response = await client.SendAsync(request, cancellationToken);
            var answer = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                throw new ToolException($"{endpoint} refused the event with {(int)response.StatusCode}{Reason(response, answer)}.");
            }

            var (id, error) = (Header(response, LocalAws.RequestIdHeader) ?? "", Header(response, "X-Amz-Function-Error"));
            return new(id, answer, error, Stopwatch.GetElapsedTime(started), InitDuration: null) { Log = Log(response) };
        }
        catch (HttpRequestException exception)
        {
            throw new ToolException($"Cannot reach {endpoint}: {exception.Message.TrimEnd('.')}. Is it running? 'serve' starts one.");
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ToolException($"{endpoint} did not answer within {Timeout.TotalSeconds:F0} seconds.");
        }
    }

    private static string Reason(HttpResponseMessage response, byte[] answer)
    {
        var type = Header(response, "x-amzn-ErrorType") is { } name ? " " + name : "";
        try
        {
            var json = JsonNode.Parse(answer) as JsonObject;
            return (json?["Message"] ?? json?["message"]) is { } message ? $"{type}: {message.ToString().TrimEnd('.')}" : type;
        }
        catch (JsonException)
        {
            return type;
        }
    }

    private static string? Header(HttpResponseMessage response, string name) => response.Headers.TryGetValues(name, out var values) ? values.First() : null;

    private static string Log(HttpResponseMessage response)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(Header(response, "X-Amz-Log-Result") ?? ""));
        }
        catch (FormatException)
        {
            return "";
        }
    }
}
