using System.Collections.Concurrent;
using GenesysLambdas.Cli;
using GenesysLambdas.Local.Emulator;
using GenesysLambdas.Local.Server;
using Microsoft.AspNetCore.Builder;

namespace GenesysLambdas.Fakes;

/// <summary>An emulator of the test contracts on a free port, with a client and the functions' log.</summary>
internal sealed class TestEmulator : IAsyncDisposable
{
    public const string Function = "CurrentWeatherFunction";

    private TestEmulator(LocalServer emulator, ConcurrentQueue<string> log)
    {
        Emulator = emulator;
        Log = log;
        Client = new HttpClient { BaseAddress = emulator.Endpoint };
    }

    public LocalServer Emulator { get; }

    public HttpClient Client { get; }

    public ConcurrentQueue<string> Log { get; }

    /// <summary>The ids of all started processes.</summary>
    public IEnumerable<int> ProcessIds => Log.Where(line => line.StartsWith("pid ", StringComparison.Ordinal)).Select(line => int.Parse(line[4..]));

    /// <param name="behaviour">The behaviour of <see cref="FakeFunction"/>; null to start no function.</param>
    /// <param name="extend">Adds routes and middleware.</param>
    public static async Task<TestEmulator> StartAsync(
        string? behaviour = null, Func<LocalServerOptions, LocalServerOptions>? configure = null, Func<LocalServer, Action<WebApplication>>? extend = null)
    {
        var log = new ConcurrentQueue<string>();
        var options = new LocalServerOptions
        {
            Names = ThisSuite.Value.Names,
            Contracts = TestContracts.All,
            StandIns = ThisSuite.Value.StandIns,
            Executable = behaviour is null ? null : FakeFunction.Executable,
            Settings = behaviour is null ? [] : FakeFunction.Behaving(behaviour),
            Timeout = TimeSpan.FromSeconds(30),
            Log = (_, line) => log.Enqueue(line),
        };
        var emulator = LocalServer.Bind(configure is null ? options : configure(options));
        await emulator.OpenAsync(extend?.Invoke(emulator));
        return new TestEmulator(emulator, log);
    }

    public Task<InvocationResult> InvokeAsync(string payload = "{}") => Emulator.InvokeAsync(Function, System.Text.Encoding.UTF8.GetBytes(payload));

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Emulator.DisposeAsync();
    }
}
