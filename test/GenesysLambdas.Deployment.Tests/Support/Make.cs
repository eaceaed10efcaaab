using System.Diagnostics;
using System.Runtime.InteropServices;
using GenesysLambdas.Testing;

namespace GenesysLambdas.Deployment.Tests.Support;

/// <summary>Runs the Makefile, as `sam build` does.</summary>
internal static class Make
{
    /// <summary>Whether this is Linux on the processor that template.yaml names.</summary>
    public static bool RunsWhatIsDeployed => OperatingSystem.IsLinux()
        && Template.Globals["Architectures"].Items().Single().GetValue<string>() == (RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "x86_64");

    /// <summary>Makes a target.</summary>
    /// <param name="arguments">Target and variables.</param>
    /// <returns>Whether it succeeded, and what it printed.</returns>
    public static Task<(bool Succeeded, string Output)> RunAsync(params string[] arguments) => RunInAsync(Repository.Root, [], arguments);

    /// <summary>Makes a target in a folder, with environment variables.</summary>
    public static async Task<(bool Succeeded, string Output)> RunInAsync(string folder, IEnumerable<KeyValuePair<string, string>> variables, params string[] arguments)
    {
        var start = new ProcessStartInfo("make", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };

        // Variables that `dotnet test` sets for its own children would break another `dotnet`.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name.StartsWith("DOTNET_HOST", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode == 0, string.Concat(output));
    }

    /// <summary>Whether a program is in the path.</summary>
    public static bool IsInstalled(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, program)));
}
