using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;

namespace GenesysLambdas.Aws.Tests.Generator;

/// <summary>The sample functions, as a process of their own.</summary>
internal sealed class SampleProcess : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sample-functions-").FullName;
    private readonly Process process;
    private readonly Task<string> output;
    private readonly Task<string> errorOutput;

    public SampleProcess(RuntimeApiServer server, params (string Name, string? Value)[] environment)
    {
        var (compilation, problems) = SampleCompilation.Compile(SampleFunctions.Source, OutputKind.ConsoleApplication);
        Assert.Equal([], problems);
        Assert.True(compilation.Emit(Path.Combine(folder, "Sample.dll")).Success);
        foreach (var file in Directory.GetFiles(AppContext.BaseDirectory, "Microsoft.Extensions.*.dll").Append(Path.Combine(AppContext.BaseDirectory, "GenesysLambdas.Aws.dll")))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        File.WriteAllText(Path.Combine(folder, "Sample.runtimeconfig.json"), $$"""
            {
              "runtimeOptions": {
                "framework": { "name": "Microsoft.NETCore.App", "version": "{{Environment.Version}}" },
                "configProperties": { "System.Globalization.Invariant": true }
              }
            }
            """);

        var start = new ProcessStartInfo(Dotnet(), ["exec", Path.Combine(folder, "Sample.dll")]) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["AWS_LAMBDA_RUNTIME_API"] = server.Endpoint;
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        process = Process.Start(start)!;
        output = process.StandardOutput.ReadToEndAsync();
        errorOutput = process.StandardError.ReadToEndAsync();
    }

    public async Task<(int ExitCode, string Output, string ErrorOutput)> ExitAsync()
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await process.WaitForExitAsync(timeout.Token);
        return (process.ExitCode, await output, await errorOutput);
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    // The one these tests run on; its folder is three up from the runtime's own.
    private static string Dotnet() => Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
}
