using System.Diagnostics;
using GenesysLambdas.Cli;

namespace GenesysLambdas.Tests.Hosting;

/// <summary>The real executable as a process, against a test's runtime API. By default it runs user-lookup.</summary>
internal sealed class HostedFunction : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errorOutput;

    public HostedFunction(RuntimeApiServer server, params (string Name, string Value)[] environment)
        : this(server, shell: null, environment)
    {
    }

    private HostedFunction(RuntimeApiServer server, string? shell, (string Name, string Value)[] environment)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AWS_LAMBDA_RUNTIME_API"] = server.Endpoint,
            ["AWS_LAMBDA_FUNCTION_NAME"] = "UserLookupFunction",
            ["ANNOTATIONS_HANDLER"] = "LookUpUser",
        };
        foreach (var (name, value) in environment)
        {
            variables[name] = value;
        }

        var start = ThisSuite.Value.Executable().StartInfo(variables);
        if (shell is not null)
        {
            string[] arguments = ["-c", shell, start.FileName, .. start.ArgumentList];
            start.FileName = "/bin/sh";
            start.ArgumentList.Clear();
            Array.ForEach(arguments, start.ArgumentList.Add);
        }

        _process = Process.Start(start)!;
        _output = shell is null ? _process.StandardOutput.ReadToEndAsync() : Task.FromResult("");
        _errorOutput = shell is null ? _process.StandardError.ReadToEndAsync() : Task.FromResult("");
    }

    /// <summary>Starts it by a command of the shell, in which it is <c>"$0" "$@"</c>. Nobody reads its output.</summary>
    public static HostedFunction InShell(RuntimeApiServer server, string command, params (string Name, string Value)[] environment) =>
        new(server, command, environment);

    /// <summary>The time that it has kept processors busy, which does not depend on what else the machine does.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        kill.WaitForExit();
    }

    public async Task<(int ExitCode, string Output, string ErrorOutput)> ExitAsync()
    {
        using var timeout = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(timeout.Token);
        return (_process.ExitCode, await _output, await _errorOutput);
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }
}
