using System.Diagnostics;

namespace GenesysLambdas.Testing.Hosting;

/// <summary>The real executable as a process, with a test's runtime API. Its environment determines which function it runs.</summary>
public class HostedFunction : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errorOutput;

    /// <summary>Starts it. The environment has what Lambda sets, such as <c>ANNOTATIONS_HANDLER</c>.</summary>
    public HostedFunction(RuntimeApiServer server, params (string Name, string Value)[] environment)
        : this(server, shell: null, environment)
    {
    }

    /// <summary>Starts it with a shell command that runs it as <c>"$0" "$@"</c>. Its output is not read.</summary>
    protected HostedFunction(RuntimeApiServer server, string? shell, (string Name, string Value)[] environment)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AWS_LAMBDA_RUNTIME_API"] = server.Endpoint,
            ["AWS_LAMBDA_FUNCTION_NAME"] = "TestFunction",
        };
        foreach (var (name, value) in environment)
        {
            variables[name] = value;
        }

        var start = SuiteUnderTestAttribute.Current.Executable().StartInfo(variables);
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

    /// <summary>Its processor time, which does not depend on the machine's load.</summary>
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
        GC.SuppressFinalize(this);
    }
}
