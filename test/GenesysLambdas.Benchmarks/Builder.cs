using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace GenesysLambdas.Benchmarks;

/// <summary>Builds the variants.</summary>
internal static class Builder
{
    private static readonly string Runtime = $"linux-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";
    private static readonly string Peers = Path.Combine(Variant.Repository, "test", "GenesysLambdas.Benchmarks", "Peers");

    private static readonly string[] NativeAot = ["-p:PublishAot=true"];
    private static readonly string[] Managed = ["-p:UseAppHost=false", "--self-contained", "false"];

    // Where Debian's librust-*-dev packages put their sources.
    private const string DebianCrates = "/usr/share/cargo/registry";

    /// <summary>Builds a variant.</summary>
    /// <returns>Why it has to be left out: this machine lacks what it needs. Null: it was built.</returns>
    /// <exception cref="BenchmarkException">It cannot be built.</exception>
    public static Task<string?> BuildAsync(Variant variant) => variant.Target switch
    {
        "suite-aot" => MakeAsync(variant, "AOT=true"),
        "suite-r2r" => MakeAsync(variant, "AOT=false"),
        "suite-jit" => PublishAsync(variant, "src/GenesysLambdas", Managed),
        "bare" => PublishAsync(variant, Path.Combine(Peers, "BareLoop"), NativeAot),
        "go" => BuildGoAsync(variant),
        "rust" => BuildRustAsync(variant),
        _ => CopyPythonAsync(variant),
    };

    // As `sam build` does it.
    private static async Task<string?> MakeAsync(Variant variant, string compiler)
    {
        Clear(variant);
        var packages = Environment.GetEnvironmentVariable("AwsPackages") is { Length: > 0 } chosen ? chosen : "lean";
        var (exitCode, output) = await RunAsync(
            "make", ["build-CustomerProfileFunction", $"ARTIFACTS_DIR={variant.Folder}", $"AWS_PACKAGES={packages}", compiler]);
        return exitCode == 0 ? null : throw new BenchmarkException($"{variant.Name} could not be built.\n{output}");
    }

    private static async Task<string?> PublishAsync(Variant variant, string project, string[] options)
    {
        Clear(variant);
        var artifacts = Path.Combine(Variant.Repository, "out", "benchmarks", "build", variant.Target);
        var (exitCode, output) = await RunAsync(
            "dotnet",
            [
                "publish", project, "--configuration", "Release", "--runtime", Runtime, "--disable-build-servers", "--verbosity", "quiet",
                "--artifacts-path", artifacts, "--output", variant.Folder, "-p:DebugType=embedded", "-p:CopyOutputSymbolsToPublishDirectory=false",
                "-p:PublishReferencesDocumentationFiles=false", .. options,
            ]);
        return exitCode == 0 ? null : throw new BenchmarkException(
            $"{variant.Name} could not be built. Native AOT needs clang or gcc (docs/deployment.md).\n{output}");
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

    private static async Task<string?> BuildRustAsync(Variant variant)
    {
        if (!await HasAsync("cargo", "--version") || !Directory.Exists(DebianCrates) || Directory.GetDirectories(DebianCrates, "ureq-2.*").Length == 0)
        {
            return "Rust's cargo, or Debian's librust-ureq-dev, librust-serde-json-dev and librust-serde-derive-dev, is not installed";
        }

        // A copy, because cargo writes a lock file, which differs from one Debian to the next, beside the sources.
        var sources = Path.Combine(Variant.Repository, "out", "benchmarks", "build", "rust");
        Directory.CreateDirectory(Path.Combine(sources, "src"));
        foreach (var file in (string[])["Cargo.toml", Path.Combine("src", "main.rs")])
        {
            File.Copy(Path.Combine(Peers, "rust", file), Path.Combine(sources, file), overwrite: true);
        }

        var (exitCode, output) = await RunAsync(
            "cargo",
            [
                "build", "--release", "--offline", "--quiet", "--manifest-path", Path.Combine(sources, "Cargo.toml"),
                "--config", "source.crates-io.replace-with=\"debian\"", "--config", $"source.debian.directory=\"{DebianCrates}\"",
            ]);
        if (exitCode != 0)
        {
            throw new BenchmarkException($"{variant.Name} could not be built.\n{output}");
        }

        Directory.CreateDirectory(variant.Folder);
        File.Copy(Path.Combine(sources, "target", "release", "function"), Path.Combine(variant.Folder, "function"), overwrite: true);
        return null;
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

    private static void Clear(Variant variant)
    {
        if (Directory.Exists(variant.Folder))
        {
            Directory.Delete(variant.Folder, recursive: true);
        }
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
