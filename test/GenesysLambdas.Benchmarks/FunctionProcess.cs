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

    private FunctionProcess(Variant variant, FarEnds farEnds, Trust trust, bool isTls, double? share)
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
        foreach (var (name, value) in Environment(farEnds).Concat(isTls ? trust.Variables(variant) : []))
        {
            start.Environment[name] = value;
        }

        _shell = Process.Start(start)!;
        _errors = _shell.StandardError.ReadToEndAsync();
    }

    /// <summary>When the program was started, as a timestamp of <see cref="Stopwatch"/>.</summary>
    public long Started { get; private set; }

    /// <summary>Resident memory in MiB (proc(5), VmRSS).</summary>
    public double Resident => File.ReadLines($"/proc/{_shell.Id}/status")
        .Where(line => line.StartsWith("VmRSS:", StringComparison.Ordinal))
        .Select(line => double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) / 1024)
        .Single();

    /// <summary>When the process asked for its first event, as a timestamp of <see cref="Stopwatch"/>.</summary>
    public Task<long> FirstNextAsync() => WatchAsync(_runtimeApi.FirstNext);

    /// <summary>Starts a variant.</summary>
    /// <param name="workload">What waits for it, if anything does.</param>
    public static async Task<FunctionProcess> StartAsync(Variant variant, FarEnds farEnds, Trust trust, bool isTls, double? share, Workload? workload = null)
    {
        var process = new FunctionProcess(variant, farEnds, trust, isTls, share);
        if (workload is not null)
        {
            process._runtimeApi.Work(workload);
        }

        await Task.Delay(Settling);
        process.Started = Stopwatch.GetTimestamp();
        process._shell.StandardInput.Write('\n');
        process._shell.StandardInput.Flush();
        return process;
    }

    /// <summary>Takes part in a workload, until that is done.</summary>
    /// <returns>When the last answer came, as a timestamp of <see cref="Stopwatch"/>.</returns>
    public Task<long> WorkAsync(Workload workload)
    {
        _runtimeApi.Work(workload);
        return DoneAsync(workload);
    }

    /// <summary>Waits for the workload that the process was started with.</summary>
    /// <returns>When the last answer came, as a timestamp of <see cref="Stopwatch"/>.</returns>
    public Task<long> DoneAsync(Workload workload) => WatchAsync(workload.Done);

    public async ValueTask DisposeAsync()
    {
        if (!_shell.HasExited)
        {
            _shell.Kill();
        }

        await _shell.WaitForExitAsync();
        await _errors;
        _shell.Dispose();
        _runtimeApi.Dispose();
        _share?.Dispose();
    }

    private async Task<T> WatchAsync<T>(Task<T> waiting)
    {
        try
        {
            var exited = _shell.WaitForExitAsync();
            if (await Task.WhenAny(waiting, exited).WaitAsync(Patience) == exited && !waiting.IsCompleted)
            {
                throw new BenchmarkException($"it ended with exit code {_shell.ExitCode}:\n{await _errors}");
            }

            return await waiting;
        }
        catch (TimeoutException)
        {
            throw new BenchmarkException($"{_variant.Name} failed: it did not answer for {Patience.TotalMinutes} minutes.");
        }
        catch (BenchmarkException e)
        {
            throw new BenchmarkException($"{_variant.Name} failed: {e.Message}");
        }
    }

    private Dictionary<string, string> Environment(FarEnds farEnds)
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
            ["AWS_ENDPOINT_URL_SECRETS_MANAGER"] = farEnds.SecretsManager,
            ["ANNOTATIONS_HANDLER"] = "LookUpCustomerProfile",
            ["CUSTOMER_API_BASE_URL"] = farEnds.Api,
            ["CUSTOMER_API_SECRET_ID"] = FarEnds.SecretId,
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
