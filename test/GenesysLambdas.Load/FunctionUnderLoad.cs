using System.Diagnostics;
using GenesysLambdas.Local.Emulator;

namespace GenesysLambdas.Load;

/// <summary>A process of the real function, as seen from outside.</summary>
internal sealed class FunctionUnderLoad : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task _reading;

    public FunctionUnderLoad(FunctionExecutable function, IReadOnlyDictionary<string, string> environment, Action<string> log)
    {
        _process = Process.Start(function.StartInfo(environment))!;
        _reading = Task.WhenAll(ReadAsync(_process.StandardOutput, log), ReadAsync(_process.StandardError, log));
    }

    public bool IsRunning => !_process.HasExited;

    /// <summary>Resident memory in KiB (proc(5), VmRSS).</summary>
    public long ResidentKiB => File.ReadLines($"/proc/{_process.Id}/status")
        .Where(line => line.StartsWith("VmRSS:", StringComparison.Ordinal))
        .Select(line => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]))
        .Single();

    /// <summary>Open sockets.</summary>
    public int Sockets => Directory.EnumerateFileSystemEntries($"/proc/{_process.Id}/fd").Count(IsSocket);

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        await _reading;
        _process.Dispose();
    }

    private static bool IsSocket(string descriptor)
    {
        try
        {
            return new FileInfo(descriptor).LinkTarget?.StartsWith("socket:", StringComparison.Ordinal) == true;
        }
        catch (IOException)
        {
            // Closed since it was listed.
            return false;
        }
    }

    private static async Task ReadAsync(StreamReader output, Action<string> log)
    {
        while (await output.ReadLineAsync() is { } line)
        {
            log(line);
        }
    }
}
