using System.Diagnostics;
using System.Text;
using GenesysLambdas.Cli;
using GenesysLambdas.Core.Contracts;
using GenesysLambdas.Local.SecretsManager;
using GenesysLambdas.Local.Server;

namespace GenesysLambdas.Load;

/// <summary>
/// Invokes customer-profile through the runtime API again and again: the executable that is deployed, with an external API that fails in every
/// way of the fault suite, and a token that is rotated every second.
/// </summary>
internal sealed class LoadTest(LoadOptions options)
{
    private const string Lookup = "customer-profile";
    private const string SecretId = "genesys-lambdas/customer-api";

    private readonly Tally _tally = new();
    private readonly LogLines _log = new();
    private int _next = -1;

    /// <summary>Runs it.</summary>
    public async Task<LoadFigures> RunAsync(CancellationToken cancellationToken)
    {
        var function = await DeployedFunction.BuildAsync(cancellationToken);
        await using var api = new CustomerApi();
        var contract = LookupRegistry.Contracts.Single(contract => contract.Name == Lookup);
        var settings = Settings(api);
        await using var emulator = await LocalServer.StartAsync(new LocalServerOptions { Names = ThisSuite.Value.Names, Contracts = [contract], StandIns = ThisSuite.Value.StandIns, Settings = settings });
        Rotate(emulator, api);

        await using var functions = new FunctionsUnderLoad(function, options.Processes, Environment(contract, settings, emulator), _log.Add);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var rotations = RotateEverySecondAsync(emulator, api, ending.Token);
        var samples = functions.SampleAsync(() => _tally.Answers, ending.Token);
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, options.Concurrency).Select(_ => InvokeAsync(emulator, cancellationToken)));
        var duration = watch.Elapsed;

        await ending.CancelAsync();
        return new(options, duration, _tally, _log, await rotations, await samples);
    }

    private async Task InvokeAsync(LocalServer emulator, CancellationToken cancellationToken)
    {
        while (Interlocked.Increment(ref _next) is var customer && customer < options.Invocations)
        {
            var result = await emulator.InvokeAsync(Lookup, Encoding.UTF8.GetBytes($$$"""{"inputs":{"customer_id":"{{{customer}}}"}}""")).WaitAsync(cancellationToken);
            _tally.Add(customer, result);
        }
    }

    private static async Task<int> RotateEverySecondAsync(LocalServer emulator, CustomerApi api, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        var rotations = 0;
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                Rotate(emulator, api);
                rotations++;
            }
        }
        catch (OperationCanceledException)
        {
            // It is over.
        }

        return rotations;
    }

    private static void Rotate(LocalServer emulator, CustomerApi api)
    {
        var token = Guid.NewGuid().ToString("N");
        api.Accept(token);
        emulator.Secrets.Put(SecretId, new SecretValue(token));
    }

    private static Dictionary<string, string> Settings(CustomerApi api) => new(StringComparer.Ordinal)
    {
        ["CUSTOMER_API_BASE_URL"] = api.BaseUrl,
        ["CUSTOMER_API_SECRET_ID"] = SecretId,
        ["CUSTOMER_API_TIMEOUT_MS"] = "500",
        ["CUSTOMER_API_MAX_ATTEMPTS"] = "2",
        ["SECRET_CACHE_SECONDS"] = "1",
    };

    private Dictionary<string, string> Environment(LookupContract contract, Dictionary<string, string> settings, LocalServer emulator)
    {
        var environment = new FunctionVariables(emulator.Options, settings, emulator.Endpoint).Create(contract, $"{emulator.Endpoint.Authority}/{contract.Function}", "load");
        environment["AWS_LAMBDA_MAX_CONCURRENCY"] = $"{options.Concurrency / options.Processes}";
        // What .NET takes of the 256 MB that the function has in Lambda: three quarters.
        environment["DOTNET_GCHeapHardLimit"] = $"{192 * 1024 * 1024:X}";
        return environment;
    }
}
