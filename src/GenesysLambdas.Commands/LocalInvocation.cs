using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using GenesysLambdas.Local.Emulator;
using GenesysLambdas.Local.Server;
using GenesysLambdas.Tooling.HttpApi;

namespace GenesysLambdas.Commands;

/// <summary>Runs an invocation on its own emulator.</summary>
internal sealed class LocalInvocation(
    Suite suite, IReadOnlyDictionary<string, string> settings, IReadOnlyDictionary<string, string> secrets, bool overHttp)
{
    public async Task<InvocationResult> RunAsync(LookupContract contract, byte[] payload, CancellationToken cancellationToken)
    {
        if (payload.Length > PayloadLimit.EventBytes)
        {
            throw new ToolException($"The event has {payload.Length} bytes; Lambda accepts at most {PayloadLimit.EventBytes}.");
        }

        var log = new StringBuilder();
        InvocationResult result;
        await using (var server = LocalServer.Bind(new LocalServerOptions
        {
            Names = suite.Names,
            Contracts = suite.Contracts,
            StandIns = suite.StandIns,
            Executable = suite.Executable(),
            Settings = settings,
            Secrets = secrets,
            Log = (function, line) =>
            {
                // Over HTTP, the authorizer logs too.
                if (function == contract.Function)
                {
                    Append(log, line);
                }
            },
        }))
        {
            if (overHttp)
            {
                await server.OpenAsync();
                result = await CallAsync(server.Endpoint, contract, payload, cancellationToken);
            }
            else
            {
                // Start the function's process and the server at the same time.
                var invocation = server.InvokeAsync(contract.Function, payload);
                await server.OpenAsync();
                result = await invocation.WaitAsync(cancellationToken);
            }
        }

        return result with { Log = log.ToString() };
    }

    private async Task<InvocationResult> CallAsync(Uri endpoint, LookupContract contract, byte[] payload, CancellationToken cancellationToken)
    {
        // The emulator has its own timeout.
        using var client = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(endpoint, HttpPath.Of(contract)));
        var header = HttpAuthorizerFunction.Header(settings);
        request.Headers.TryAddWithoutValidation(header, HttpTokenHeader.Value(header, HttpAuthorizerFunction.Token));
        request.Content = new ByteArrayContent(payload) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        var started = Stopwatch.GetTimestamp();
        using var response = await client.SendAsync(request, cancellationToken);
        var answer = await response.Content.ReadAsByteArrayAsync(cancellationToken);

        // With HTTP_STATUS=answer, a failed lookup's status is not 200.
        var isAnswer = response.StatusCode == HttpStatusCode.OK || AnswerOutputs.Read(answer).Outputs?.TryGetProperty("errorCode", out _) == true;
        return isAnswer
            ? new InvocationResult("", answer, FunctionError: null, Stopwatch.GetElapsedTime(started), InitDuration: null)
            : throw new ToolException($"The local HTTP API answered {(int)response.StatusCode}: {Encoding.UTF8.GetString(answer)}");
    }

    private static void Append(StringBuilder log, string line)
    {
        lock (log)
        {
            log.Append(line).Append('\n');
        }
    }
}
