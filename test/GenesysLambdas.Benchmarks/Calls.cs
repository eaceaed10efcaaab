using System.Diagnostics;
using GenesysLambdas.Benchmarks.Loopback;

namespace GenesysLambdas.Benchmarks;

/// <summary>
/// Calls of processes that are warm. As many processes run as there are calls at once, which is how Lambda runs a function unless it is
/// configured for several calls in one process; the peers cannot do that.
/// </summary>
internal sealed class Calls(IReadOnlyList<Variant> variants, int calls, int rounds, double? share)
{
    private const int WarmUpCalls = 100;

    private static readonly int[] AtOnce = [1, 16, 50];

    public async Task RunAsync(CalledServers servers, Trust trust)
    {
        var figures = AtOnce.SelectMany(_ => variants, (atOnce, variant) => new Figures(variant, atOnce)).ToList();
        for (var round = 1; round <= rounds; round++)
        {
            foreach (var figure in figures)
            {
                Report.Progress($"{servers.Transport}: round {round} of {rounds}, {figure.AtOnce} at once, {figure.Variant.Description}");
                await MeasureAsync(figure, servers, trust);
            }
        }

        Report.EndProgress();
        Write(figures, servers.Transport);
    }

    private async Task MeasureAsync(Figures figures, CalledServers servers, Trust trust)
    {
        var processes = Enumerable.Range(0, figures.AtOnce).Select(_ => new FunctionProcess(figures.Variant, servers, trust, share)).ToList();
        try
        {
            await Task.WhenAll(processes.Select(process => process.StartAsync()));
            // Each for itself, so that each is warm.
            await Task.WhenAll(processes.Select(process => process.WorkAsync(new Workload(WarmUpCalls))));
            var workload = new Workload(calls);
            var start = Stopwatch.GetTimestamp();
            var ends = await Task.WhenAll(processes.Select(process => process.WorkAsync(workload)));
            figures.Duration += Stopwatch.GetElapsedTime(start, ends[0]);
            figures.Latencies.AddRange(workload.Latencies);
        }
        finally
        {
            await Task.WhenAll(processes.Select(process => process.DisposeAsync().AsTask()));
        }
    }

    private void Write(List<Figures> all, string transport) => Report.Write(
        $"Warm calls over {transport}, {rounds} x {calls} calls, from event to answer{(share is { } part ? $", each process with {part} of a processor" : "")};"
        + " N at once are N processes with one call each; x: times the bare loop",
        ["variant", "at once", "p50, x", "calls/s, x", "p50 ms", "p95", "p99", "calls/s"],
        from figures in all
        let baseline = all.Find(other => other.AtOnce == figures.AtOnce && other.Variant.Name == Variant.Baseline)
        let latency = new Samples(figures.Latencies)
        select (string[])[
            figures.Variant.Description,
            $"{figures.AtOnce}",
            Report.Ratio(latency.Median, baseline is null ? null : new Samples(baseline.Latencies).Median),
            Report.Ratio(figures.Rate, baseline?.Rate),
            $"{latency.Median:0.000}",
            $"{latency.Percentile(95):0.000}",
            $"{latency.Percentile(99):0.000}",
            $"{figures.Rate:0}",
        ]);

    private sealed record Figures(Variant Variant, int AtOnce)
    {
        public List<double> Latencies { get; } = [];

        public TimeSpan Duration { get; set; }

        public double Rate => Latencies.Count / Duration.TotalSeconds;
    }
}
