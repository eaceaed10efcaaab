using System.Text;
using System.Text.Json;
using GenesysLambdas.Cli;
using GenesysLambdas.Core.Contracts;
using GenesysLambdas.Deployment.Tests.Support;
using GenesysLambdas.Local.Server;
using GenesysLambdas.Publishing.Platform;
using GenesysLambdas.Testing;
using GenesysLambdas.Testing.Certificates;
using GenesysLambdas.Tests.EndToEnd;

namespace GenesysLambdas.Deployment.Tests;

/// <summary>What the Makefile builds, started as Lambda starts it, with the environment that template.yaml gives it.</summary>
public sealed class BuiltFunctionTests : IDisposable
{
    private readonly string _artifacts = Directory.CreateTempSubdirectory("genesys-lambdas-").FullName;

    public void Dispose() => Directory.Delete(_artifacts, recursive: true);

    [Fact]
    public async Task ReadyToRun_assemblies_answer_every_saved_request()
    {
        Assert.SkipUnless(Make.RunsWhatIsDeployed && Make.IsInstalled("make"), "The assemblies are compiled for Linux, with make.");

        Assert.Superset(new HashSet<string> { "GenesysLambdas.dll", "GenesysLambdas.runtimeconfig.json", "GenesysLambdas.deps.json" }, await BuildAsync("AOT=false"));
        await AssertAnswersAsync();
    }

    [Fact]
    public async Task A_native_executable_answers_every_saved_request()
    {
        SkipUnlessNativeAotIsTested();

        Assert.Equal(["GenesysLambdas", "amazon-roots.pem"], (await BuildAsync("AOT=true")).Order(StringComparer.Ordinal));
        await AssertAnswersAsync();
    }

    [Fact]
    public async Task A_native_executable_uses_TLS_with_the_shipped_roots()
    {
        SkipUnlessNativeAotIsTested();
        var (amazon, other) = (CertificateAuthority.Root(), CertificateAuthority.Root());
        await BuildAsync("AOT=true");
        var shipped = Path.Combine(_artifacts, Path.GetFileName(Template.Constants(TlsServers.Function).Single(setting => setting.Key == "SSL_CERT_FILE").Value));
        using var known = new RootsFile(await File.ReadAllTextAsync(shipped) + RootsFile.Pem(amazon.Certificate));
        using var system = new RootsFile(await File.ReadAllTextAsync(shipped) + RootsFile.Pem(amazon.Certificate) + RootsFile.Pem(other.Certificate));
        await using var servers = new TlsServers(amazon, other);

        var settings = servers.Settings.ToDictionary(setting => setting.Name, setting => setting.Value, StringComparer.Ordinal);
        await using var emulator = await StartAsync(
            LookupUnderTest.All.Single(lookup => lookup.Contract.Function == TlsServers.Function).Contract,
            new Dictionary<string, string>(settings, StringComparer.Ordinal) { ["SSL_CERT_FILE"] = known.Path, ["TRUSTED_ROOTS"] = system.Path });
        var result = await emulator.InvokeAsync(TlsServers.Function, Encoding.UTF8.GetBytes(TlsServers.Request));

        Assert.Null(result.FunctionError);
        Assert.Equal(TlsServers.CustomerName, JsonDocument.Parse(result.Payload).RootElement.GetProperty("customer_name").GetString());
    }

    private static void SkipUnlessNativeAotIsTested()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("TEST_NATIVE_AOT") == "true", "It takes more than half a minute to compile: set TEST_NATIVE_AOT=true.");
        Assert.SkipUnless(Make.RunsWhatIsDeployed && Make.IsInstalled("make"), "Native AOT for Lambda is compiled on Linux, with make.");
        Assert.SkipUnless(Make.IsInstalled("clang") || Make.IsInstalled("gcc"), "Native AOT is linked by clang or gcc, and neither is installed.");
    }

    /// <summary>Builds one function, which is the same program as all of them.</summary>
    /// <returns>The names of its files.</returns>
    private async Task<HashSet<string>> BuildAsync(params string[] variables)
    {
        var (succeeded, output) = await Make.RunAsync([$"build-{Template.Functions.Keys.First()}", $"ARTIFACTS_DIR={_artifacts}", $"AWS_PACKAGES={Repository.AwsPackages}", .. variables]);
        Assert.True(succeeded, output);
        return [.. Directory.EnumerateFiles(_artifacts).Select(file => Path.GetFileName(file))];
    }

    private async Task AssertAnswersAsync()
    {
        foreach (var contract in LookupUnderTest.Complete.Select(lookup => lookup.Contract))
        {
            await using var emulator = await StartAsync(contract, []);
            foreach (var request in SavedRequestFiles.NamesOf(contract.Name))
            {
                var result = await emulator.InvokeAsync(contract.Name, SavedRequestFiles.Read(contract.Name, request));

                Assert.Null(result.FunctionError);
                AssertEqual(SavedRequestFiles.ExpectedAnswer(contract.Name, request), result.Payload);
            }
        }
    }

    private Task<LocalServer> StartAsync(LookupContract contract, Dictionary<string, string> settings)
    {
        var handler = Template.Globals.Text("Handler")!;
        var defaults = Template.Constants(contract.Function).Concat(ManagedRuntime.Variables(_artifacts, handler));
        return LocalServer.StartAsync(new LocalServerOptions
        {
            Names = ThisSuite.Value.Names,
            Contracts = [contract],
            StandIns = ThisSuite.Value.StandIns,
            Executable = ManagedRuntime.Executable(_artifacts, handler),
            Settings = defaults.Where(setting => !settings.ContainsKey(setting.Key)).Concat(settings).ToDictionary(StringComparer.Ordinal),
            Timeout = TimeSpan.FromSeconds(60),
        });
    }

    private static void AssertEqual(string expected, ReadOnlyMemory<byte> actual) =>
        Assert.Equal(JsonSerializer.Serialize(JsonDocument.Parse(expected)), JsonSerializer.Serialize(JsonDocument.Parse(actual)));
}
