using System.Diagnostics;
using System.Runtime.InteropServices;
using GenesysLambdas.Benchmarks.Loopback;

namespace GenesysLambdas.Benchmarks;

/// <summary>A process of a variant, with its runtime API.</summary>
internal sealed class FunctionProcess : IAsyncDisposable
{
    // What is done before the clock starts: joining the control group. The shell then becomes the variant, so only that is measured.
    private const string Launcher = """if [ -n "$1" ]; then echo $$ > "$1/cgroup.procs"; fi; shift; read -r _; exec "$@" < /dev/null > /dev/null""";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(40);
    private static readonly string[] Inherited = ["PATH", "HOME", "PYTHONPATH", "TMPDIR", "LANG"];

    private readonly Variant _variant;
    private readonly RuntimeApi _runtimeApi = new();
    private readonly ProcessorShare? _share;
    private readonly Process _shell;
    private readonly Task<string> _errors;
    private readonly Task _exited;

    /// <summary>Prepares a process; <see cref="StartAsync"/> starts it.</summary>
    public FunctionProcess(Variant variant, CalledServers servers, Trust trust, double? share)
    {
        _variant = variant;
        _share = share is { } part ? ProcessorShare.Create(part) : null;
        var start = new ProcessStartInfo("/bin/sh", ["-c", Launcher, "launcher", _share?.Folder ?? "", .. variant.CommandLine])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in Environment(servers).Concat(trust.Variables(variant)))
        {
            start.Environment[name] = value;
        }

        _shell = Process.Start(start)!;
        _shell.StandardInput.AutoFlush = true;
        _errors = _shell.StandardError.ReadToEndAsync();
        _exited = _shell.WaitForExitAsync();
    }

    /// <summary>Resident memory in MiB (proc(5), VmRSS).</summary>
    public double Resident => File.ReadLines($"/proc/{_shell.Id}/status")
        .Where(line => line.StartsWith("VmRSS:", StringComparison.Ordinal))
        .Select(line => double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) / 1024)
        .Single();

    /// <summary>Starts the program.</summary>
    /// <returns>When that was, as a timestamp of <see cref="Stopwatch"/>.</returns>
    public async Task<long> StartAsync()
    {
        await Task.Delay(Settling);
        var started = Stopwatch.GetTimestamp();
        await _shell.StandardInput.WriteLineAsync();
        return started;
    }

    /// <summary>When the process asked for its first event, as a timestamp of <see cref="Stopwatch"/>.</summary>
    public Task<long> FirstNextAsync() => WatchAsync(_runtimeApi.FirstNext);

    /// <summary>Takes part in a workload; it may be given to a process that is not started yet.</summary>
    /// <returns>When all of it was done, as a timestamp of <see cref="Stopwatch"/>.</returns>
    public Task<long> WorkAsync(Workload workload)
    {
        _runtimeApi.Work(workload);
        return WatchAsync(workload.Done);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_shell.HasExited)
        {
            _shell.Kill();
        }

        await Task.WhenAll(_exited, _errors);
        _shell.Dispose();
        _runtimeApi.Dispose();
        _share?.Dispose();
    }

    private async Task<long> WatchAsync(Task<long> waiting)
    {
        var ended = await Task.WhenAny(waiting, _exited, Task.Delay(Patience));
        return waiting.IsCompletedSuccessfully ? await waiting : throw new BenchmarkException($"{_variant.Name} failed: " + (
            waiting.Exception is { } failed ? failed.InnerException!.Message
            : ended == _exited ? $"it ended with exit code {_shell.ExitCode}:\n{await _errors}"
            : $"it did not answer for {Patience.TotalMinutes} minutes."));
    }

    private Dictionary<string, string> Environment(CalledServers servers)
    {
        var environment = new Dictionary<string, string>
        {
            ["AWS_LAMBDA_RUNTIME_API"] = _runtimeApi.Authority,
            ["AWS_LAMBDA_FUNCTION_NAME"] = "benchmark",
            ["AWS_LAMBDA_FUNCTION_VERSION"] = "1",
            ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = "512",
            ["AWS_LAMBDA_LOG_GROUP_NAME"] = "/aws/lambda/benchmark",
            ["AWS_LAMBDA_LOG_STREAM_NAME"] = "benchmark",
            ["AWS_LAMBDA_LOG_FORMAT"] = "JSON",
            ["AWS_REGION"] = "us-east-1",
            ["AWS_DEFAULT_REGION"] = "us-east-1",
            ["AWS_ACCESS_KEY_ID"] = "BENCHMARK",
            ["AWS_SECRET_ACCESS_KEY"] = "benchmark",
            ["AWS_SESSION_TOKEN"] = "benchmark",
            ["AWS_ENDPOINT_URL_SECRETS_MANAGER"] = servers.SecretsManager,
            ["ANNOTATIONS_HANDLER"] = "LookUpCustomerProfile",
            ["CUSTOMER_API_BASE_URL"] = servers.Api,
            ["CUSTOMER_API_SECRET_ID"] = CalledServers.SecretId,
            ["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..")),
        };
        foreach (var name in Inherited)
        {
            if (System.Environment.GetEnvironmentVariable(name) is { } value)
            {
                environment[name] = value;
            }
        }

        return environment;
    }
}
