namespace GenesysLambdas.Benchmarks.InProcess;

/// <summary>What the suite adds to a call: its loop, between stubs that take the place of sockets.</summary>
internal static class OwnShare
{
    private const int WarmUpCalls = 50_000;
    private const int Calls = 100_000;

    public static async Task RunAsync()
    {
        Report.Progress($"The suite's own share of a call, {Calls} calls in this process");
        using var suite = new SuiteInProcess();
        // The first call fetches the secret.
        await RunAsync(suite, new Recorder(), calls: 1);
        await MeasureAsync(suite, WarmUpCalls);
        var recorder = await MeasureAsync(suite, Calls);
        var (before, after) = (recorder.EventToRequest, recorder.ReplyToAnswer);
        Report.EndProgress();
        Report.Write(
            $"The suite's own share of a call, {Calls} calls in this process: compiled as it runs, not Native AOT",
            ["", "us, median", "KiB, mean"],
            [
                Row("event to external request", before),
                Row("reply to answer", after),
                Row("both", new Cost(before.Microseconds + after.Microseconds, before.Bytes + after.Bytes)),
            ]);
    }

    private static async Task<Recorder> MeasureAsync(SuiteInProcess suite, int calls)
    {
        var recorder = new Recorder();
        suite.ReplaceTransport(new ApiStub(recorder));
        await RunAsync(suite, recorder, calls);
        return recorder;
    }

    private static async Task RunAsync(SuiteInProcess suite, Recorder recorder, int calls)
    {
        using var enough = new CancellationTokenSource();
        using var runtimeApi = new HttpClient(new RuntimeStub(recorder, calls, enough)) { Timeout = Timeout.InfiniteTimeSpan };
        await suite.RunAsync(runtimeApi, enough.Token);
    }

    private static string[] Row(string part, Cost cost) => [part, $"{cost.Microseconds:0.0}", $"{cost.Bytes / 1024:0.0}"];
}
