using System.Diagnostics;
using System.Runtime.InteropServices;

namespace GenesysLambdas.Local.Emulator;

/// <summary>The program that function processes run.</summary>
public sealed record FunctionExecutable(string FileName, IReadOnlyList<string> Arguments)
{
    private const string Name = "GenesysLambdas";

    /// <summary>The functions built together with this program.</summary>
    public static FunctionExecutable OfThisBuild() => In(Path.Combine(AppContext.BaseDirectory, "functions"));

    /// <summary>The functions in a folder: the executable if this system can run it, otherwise the assembly, run by <c>dotnet</c>.</summary>
    public static FunctionExecutable In(string folder)
    {
        var executable = Path.Combine(folder, OperatingSystem.IsWindows() ? Name + ".exe" : Name);
        if (IsExecutable(executable))
        {
            return new FunctionExecutable(executable, []);
        }

        var assembly = Path.Combine(folder, Name + ".dll");
        return File.Exists(assembly)
            ? new FunctionExecutable("dotnet", [assembly])
            : throw new ToolException($"The functions' executable is not at {executable}; build the solution first.");
    }

    /// <summary>How to start it in exactly the given environment, with its output read by this program.</summary>
    public ProcessStartInfo StartInfo(IReadOnlyDictionary<string, string> environment)
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

        // An executable finds a .NET in an unusual place only by this variable; this program's is the right one.
        start.Environment.TryAdd("DOTNET_ROOT", Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..")));
        return start;
    }

    private static bool IsExecutable(string path) =>
        File.Exists(path) && (OperatingSystem.IsWindows() || File.GetUnixFileMode(path).HasFlag(UnixFileMode.UserExecute));
}
