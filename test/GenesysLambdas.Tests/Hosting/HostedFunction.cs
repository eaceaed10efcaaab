using System.Diagnostics;
using GenesysLambdas.Cli.Emulator;

namespace GenesysLambdas.Tests.Hosting;

/// <summary>The real executable as a process, against a test's runtime API. By default it runs user-lookup.</summary>
internal sealed class HostedFunction : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errorOutput;

    public HostedFunction(RuntimeApiServer server, params (string Name, string Value)[] environment)
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

        _process = Process.Start(FunctionExecutable.OfThisBuild().StartInfo(variables))!;
        _output = _process.StandardOutput.ReadToEndAsync();
        _errorOutput = _process.StandardError.ReadToEndAsync();
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
