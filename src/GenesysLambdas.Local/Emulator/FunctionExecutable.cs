using System.Diagnostics;
using System.Runtime.InteropServices;

namespace GenesysLambdas.Local.Emulator;

/// <summary>The program that function processes run.</summary>
public sealed record FunctionExecutable(string FileName, IReadOnlyList<string> Arguments)
{
    /// <summary>The functions built together with this program.</summary>
    /// <param name="name">Their assembly.</param>
    /// <exception cref="ToolException">They are not there.</exception>
    public static FunctionExecutable OfThisBuild(string name) => In(Path.Combine(AppContext.BaseDirectory, "functions"), name);

    /// <summary>The functions in a folder: the executable if this system can run it, otherwise the assembly, run by <c>dotnet</c>.</summary>
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

        // An executable finds a .NET in an unusual place only by this variable; this program's is the right one.
        start.Environment.TryAdd("DOTNET_ROOT", Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..")));
        return start;
    }

    private static bool IsExecutable(string path) =>
        File.Exists(path) && (OperatingSystem.IsWindows() || File.GetUnixFileMode(path).HasFlag(UnixFileMode.UserExecute));
}
