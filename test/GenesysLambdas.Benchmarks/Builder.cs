using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace GenesysLambdas.Benchmarks;

/// <summary>Builds the variants.</summary>
internal static class Builder
{
    private static readonly string Runtime = $"linux-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";
    private static readonly string Peers = Path.Combine(Variant.Repository, "test", "GenesysLambdas.Benchmarks", "Peers");

    // The feed this project is built on has the AOT packs of net9.0 only.
    private static readonly string[] NativeAot = ["-p:LambdaTargetFramework=net9.0", "-p:PublishAot=true"];
    private static readonly string[] Managed = ["-p:LambdaTargetFramework=net10.0", "-p:UseAppHost=false", "--self-contained", "false"];

    /// <summary>Builds a variant.</summary>
    /// <returns>Why it has to be left out: this machine lacks what it needs. Null: it was built.</returns>
    /// <exception cref="BenchmarkException">It cannot be built.</exception>
    public static Task<string?> BuildAsync(Variant variant) => variant.Target switch
    {
        "suite-aot" => PublishAsync(variant, "src/GenesysLambdas", NativeAot),
        "suite-r2r" => PublishAsync(variant, "src/GenesysLambdas", [.. Managed, "-p:PublishReadyToRun=true"]),
        "suite-jit" => PublishAsync(variant, "src/GenesysLambdas", Managed),
        "bare" => PublishAsync(variant, Path.Combine(Peers, "BareLoop"), NativeAot),
        "go" => BuildGoAsync(variant),
        _ => CopyPythonAsync(variant),
    };

    // As the Makefile does it, which `sam build` calls.
    private static async Task<string?> PublishAsync(Variant variant, string project, string[] options)
    {
        if (Directory.Exists(variant.Folder))
        {
            Directory.Delete(variant.Folder, recursive: true);
        }

        var artifacts = Path.Combine(Variant.Repository, "out", "benchmarks", "build", variant.Target);
        var (exitCode, output) = await RunAsync(
            "dotnet",
            [
                "publish", project, "--configuration", "Release", "--runtime", Runtime, "--disable-build-servers", "--verbosity", "quiet",
                "--artifacts-path", artifacts, "--output", variant.Folder, "-p:DebugType=embedded", "-p:CopyOutputSymbolsToPublishDirectory=false",
                "-p:PublishReferencesDocumentationFiles=false", .. options,
            ]);
        return exitCode == 0 ? null : throw new BenchmarkException(
            $"{variant.Name} could not be built. Native AOT needs clang or gcc, and its packages from the feed (docs/deployment.md).\n{output}");
    }

    private static async Task<string?> BuildGoAsync(Variant variant)
    {
        if (!await HasAsync("go", "version"))
        {
            return "Go is not installed";
        }

        Directory.CreateDirectory(variant.Folder);
        var (exitCode, output) = await RunAsync(
            "go", ["build", "-trimpath", "-ldflags", "-s -w", "-o", Path.Combine(variant.Folder, "function"), Path.Combine(Peers, "go", "main.go")]);
        return exitCode == 0 ? null : throw new BenchmarkException($"{variant.Name} could not be built.\n{output}");
    }

    private static async Task<string?> CopyPythonAsync(Variant variant)
    {
        if (!await HasAsync("python3", "-c", "import boto3, requests"))
        {
            return "Python 3 with requests and boto3 is not installed";
        }

        Directory.CreateDirectory(variant.Folder);
        File.Copy(Path.Combine(Peers, "python", "function.py"), Path.Combine(variant.Folder, "function.py"), overwrite: true);
        return null;
    }

    private static async Task<bool> HasAsync(string program, params string[] arguments)
    {
        try
        {
            return (await RunAsync(program, arguments)).ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Variant.Repository,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(output));
    }
}
