using GenesysLambdas.Local.Emulator;
using GenesysLambdas.Local.Server;

namespace GenesysLambdas.Testing.EndToEnd;

/// <summary>One emulator for the tests that share its functions: the real executable, started once for each lookup.</summary>
public sealed class EmulatorFixture : IAsyncLifetime
{
    internal LocalServer Emulator { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Emulator = await StartAsync();

    public ValueTask DisposeAsync() => Emulator.DisposeAsync();

    internal static Task<LocalServer> StartAsync(params (string Name, string Value)[] settings) => LocalServer.StartAsync(new LocalServerOptions
    {
        Names = SuiteUnderTestAttribute.Current.Names,
        Contracts = SuiteUnderTestAttribute.Current.Contracts,
        StandIns = SuiteUnderTestAttribute.Current.StandIns,
        Executable = SuiteUnderTestAttribute.Current.Executable(),
        Settings = settings.ToDictionary(setting => setting.Name, setting => setting.Value, StringComparer.Ordinal),
        // Two cores may have to start several functions at once.
        Timeout = TimeSpan.FromSeconds(60),
    });

    internal static JsonElement Answer(InvocationResult result)
    {
        Assert.Null(result.FunctionError);
        return JsonDocument.Parse(result.Payload).RootElement;
    }
}
