namespace GenesysLambdas.Benchmarks.InProcess;

/// <summary>
/// What the suite adds to a call: its loop between stubs of the runtime API and of the external API, less the HTTP client's calls of
/// the same stubs and nothing else.
/// </summary>
internal static class OwnShare
{
    private const int WarmUpCalls = 50_000;
    private const int Calls = 100_000;

    public static async Task RunAsync()
    {
        Report.Progress($"The suite's own share of a call, {Calls} calls in this process");
        using var suite = new SuiteInProcess();
        await LoopAsync(suite.RunAsync, new Recorder(), calls: 1);
        await MeasureAsync(WarmUpCalls);
        var (through, bare) = await MeasureAsync(Calls);
        Report.EndProgress();
        Report.Write(
            $"The suite's own share of a call, median and mean of {Calls} calls in this process: compiled as it runs, not Native AOT",
            ["", "event to request, us", "KiB", "reply to answer, us", "KiB", "both, us", "KiB"],
            [
                Row("through the suite", through.EventToRequest, through.ReplyToAnswer),
                Row("HTTP client alone", bare.EventToRequest, bare.ReplyToAnswer),
                Row("the suite's own", through.EventToRequest - bare.EventToRequest, through.ReplyToAnswer - bare.ReplyToAnswer),
            ]);

        async Task<(Recorder Through, Recorder Bare)> MeasureAsync(int calls)
        {
            var (through, bare) = (new Recorder(), new Recorder());
            suite.ReplaceTransport(new ApiStub(through));
            await LoopAsync(suite.RunAsync, through, calls);
            using var api = new HttpClient(new ApiStub(bare));
            await LoopAsync((runtimeApi, enough) => CallAsync(runtimeApi, api, enough), bare, calls);
            return (through, bare);
        }
    }

    private static async Task LoopAsync(Func<HttpClient, CancellationToken, Task> run, Recorder recorder, int calls)
    {
        using var enough = new CancellationTokenSource();
        using var runtimeApi = new HttpClient(new RuntimeStub(recorder, calls, enough)) { Timeout = Timeout.InfiniteTimeSpan };
        await run(runtimeApi, enough.Token);
    }

    private static async Task CallAsync(HttpClient runtimeApi, HttpClient api, CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            using var next = await runtimeApi.GetAsync(new Uri("http://stub/next"), HttpCompletionOption.ResponseHeadersRead, CancellationToken.None);
            await next.Content.ReadAsByteArrayAsync(CancellationToken.None);
            using var reply = await api.GetAsync(new Uri("http://stub/v1/user-info"), HttpCompletionOption.ResponseHeadersRead, CancellationToken.None);
            await reply.Content.ReadAsByteArrayAsync(CancellationToken.None);
            using var answer = new ByteArrayContent([]);
            using var taken = await runtimeApi.PostAsync(new Uri("http://stub/response"), answer, CancellationToken.None);
        }
    }

    private static string[] Row(string name, Cost before, Cost after) =>
        [name, .. new[] { before, after, before + after }.SelectMany(cost => (string[])[$"{cost.Microseconds:0.0}", $"{cost.Bytes / 1024:0.0}"])];
}
