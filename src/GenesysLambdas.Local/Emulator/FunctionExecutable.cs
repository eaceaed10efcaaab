using System.Diagnostics;
using System.Runtime.InteropServices;

namespace GenesysLambdas.Local.Emulator;

public sealed record FunctionExecutable(string FileName, IReadOnlyList<string> Arguments)
{
    /// <summary>The functions that were built with this program.</summary>
    public static FunctionExecutable OfThisBuild(string name) => In(Path.Combine(AppContext.BaseDirectory, "functions"), name);

    /// <summary>Prefers the executable; if the system cannot run it, <c>dotnet</c> runs the assembly.</summary>
    internal static FunctionExecutable In(string folder, string name)
    {
        var executable = Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name);
        if (IsExecutable(executable))
        {
            return new FunctionExecutable(executable, []);
        }

        var assembly = Path.Combine(folder, name + ".dll");
        return File.Exists(assembly)
            ? new FunctionExecutable("dotnet", [assembly])
            : throw new ToolException($"The functions' executable is not at {executable}; build the solution first.");
    }

    internal ProcessStartInfo StartInfo(IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(FileName, Arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        // The executable finds a .NET in an unusual folder only by this variable.
        start.Environment.TryAdd("DOTNET_ROOT", Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..")));
        return start;
    }

    private static bool IsExecutable(string path) =>
        File.Exists(path) && (OperatingSystem.IsWindows() || File.GetUnixFileMode(path).HasFlag(UnixFileMode.UserExecute));
}
