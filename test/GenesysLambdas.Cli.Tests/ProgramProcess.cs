using System.Diagnostics;
using System.Globalization;

namespace GenesysLambdas.Cli.Tests;

/// <summary>The program as people start it, with the real functions; what it starts is known by a mark in its environment.</summary>
internal sealed class ProgramProcess : IDisposable
{
    private readonly Process _process;
    private readonly string _mark = $"{Guid.NewGuid():N}";

    public ProgramProcess(params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "genesys-lambdas.dll");
        _process = Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments, "--env", "DOTNET_TEST_MARK=" + _mark])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        Error = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>Why signals cannot be tested here; null: they can.</summary>
    public static string? WhyNoSignals
    {
        get
        {
            if (!OperatingSystem.IsLinux())
            {
                return "Signals and processes are looked up as Linux has them.";
            }

            // A shell's background job ignores Ctrl-C, and so does all that it starts.
            var ignored = File.ReadLines("/proc/self/status").First(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)).Split('\t')[1];
            return (ulong.Parse(ignored, NumberStyles.HexNumber, CultureInfo.InvariantCulture) & 2) == 0 ? null : "SIGINT is ignored here.";
        }
    }

    public StreamReader Out => _process.StandardOutput;

    public Task<string> Error { get; }

    public async Task<int> WaitAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", ["-" + signal, $"{_process.Id}"]);
        await kill.WaitForExitAsync();
    }

    /// <summary>How many processes there are that it started, or that these started.</summary>
    public int CountChildren() => Directory.EnumerateDirectories("/proc").Count(folder =>
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "environ")).Contains("DOTNET_TEST_MARK=" + _mark, StringComparison.Ordinal);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    });

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
