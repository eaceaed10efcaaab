using System.Text;
using GenesysLambdas.Local.Emulator;
using GenesysLambdas.Local.Server;
using GenesysLambdas.Tooling.HttpApi;

namespace GenesysLambdas.Commands;

/// <summary>An invocation on an emulator of its own.</summary>
internal sealed class LocalInvocation(
    Suite suite, IReadOnlyDictionary<string, string> settings, IReadOnlyDictionary<string, string> secrets, bool overHttp)
{
    public async Task<InvocationResult> RunAsync(LookupContract contract, byte[] payload, CancellationToken cancellationToken)
    {
        if (payload.Length > PayloadLimit.EventBytes)
        {
            throw new ToolException($"The event has {payload.Length} bytes; Lambda takes at most {PayloadLimit.EventBytes}.");
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
                // Over HTTP, the authorizer has a log, too.
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
                result = await HttpInvocation.RunAsync(server.Endpoint, HttpAuthorizerFunction.Header(settings), contract, payload, cancellationToken);
            }
            else
            {
                // The function's process starts while the server does.
                var invocation = server.InvokeAsync(contract.Function, payload);
                await server.OpenAsync();
                result = await invocation.WaitAsync(cancellationToken);
            }
        }

        return result with { Log = log.ToString() };
    }

    private static void Append(StringBuilder log, string line)
    {
        lock (log)
        {
            log.Append(line).Append('\n');
        }
    }
}
