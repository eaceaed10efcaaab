using System.Text.Json;
using GenesysLambdas.Cli.Emulator;
using GenesysLambdas.Deployment.Tests.Support;
using GenesysLambdas.Tests.Support;

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
        Assert.SkipUnless(Environment.GetEnvironmentVariable("TEST_NATIVE_AOT") == "true", "It takes more than half a minute to compile: set TEST_NATIVE_AOT=true.");
        Assert.SkipUnless(Make.RunsWhatIsDeployed && Make.IsInstalled("make"), "Native AOT for Lambda is compiled on Linux, with make.");
        Assert.SkipUnless(Make.IsInstalled("clang") || Make.IsInstalled("gcc"), "Native AOT is linked by clang or gcc, and neither is installed.");

        // net9.0, because its AOT packs are available where those of net10.0 are not.
        Assert.Equal(["GenesysLambdas"], await BuildAsync("AOT=true", "LAMBDA_FRAMEWORK=net9.0"));
        await AssertAnswersAsync();
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
        var handler = Template.Globals.Text("Handler")!;
        foreach (var contract in LookupUnderTest.Complete.Select(lookup => lookup.Contract))
        {
            await using var emulator = await LambdaEmulator.StartAsync(new EmulatorOptions
            {
                Contracts = [contract],
                Executable = ManagedRuntime.Executable(_artifacts, handler),
                Settings = Template.Constants(contract.Function).Concat(ManagedRuntime.Variables(_artifacts, handler)).ToDictionary(StringComparer.Ordinal),
                Timeout = TimeSpan.FromSeconds(60),
            });
            foreach (var request in Directory.EnumerateFiles(SavedRequests.Folder(contract.Function)).Select(Path.GetFileNameWithoutExtension))
            {
                var result = await emulator.InvokeAsync(contract.Function, SavedRequests.Read(contract.Function, request!));

                Assert.Null(result.FunctionError);
                AssertEqual(SavedRequests.ExpectedAnswer(contract.Function, request!), result.Payload);
            }
        }
    }

    private static void AssertEqual(string expected, ReadOnlyMemory<byte> actual) =>
        Assert.Equal(JsonSerializer.Serialize(JsonDocument.Parse(expected)), JsonSerializer.Serialize(JsonDocument.Parse(actual)));
}
