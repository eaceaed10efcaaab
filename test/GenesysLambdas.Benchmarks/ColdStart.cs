using System.Diagnostics;
using GenesysLambdas.Benchmarks.Loopback;

namespace GenesysLambdas.Benchmarks;

/// <summary>Starts each variant afresh again and again, in turns, so that what else the machine does hits all alike.</summary>
internal sealed class ColdStart(IReadOnlyList<Variant> variants, int runs, int callsForMemory, double? share)
{
    public async Task RunAsync(CalledServers servers, Trust trust)
    {
        var starts = variants.ToDictionary(variant => variant, _ => new List<Start>());
        // The first round warms up this program and the file cache.
        for (var run = 0; run <= runs; run++)
        {
            foreach (var variant in variants)
            {
                Report.Progress($"{servers.Transport}: start {run} of {runs}, {variant.Description}");
                var start = await StartAsync(variant, servers, trust);
                if (run > 0)
                {
                    starts[variant].Add(start);
                }
            }
        }

        var figures = new List<Figures>();
        foreach (var variant in variants)
        {
            Report.Progress($"{servers.Transport}: memory after {callsForMemory} calls, {variant.Description}");
            figures.Add(new(variant, starts[variant], await ResidentAfterCallsAsync(variant, servers, trust)));
        }

        Report.EndProgress();
        Write(figures, servers.Transport);
    }

    private async Task<Start> StartAsync(Variant variant, CalledServers servers, Trust trust)
    {
        await using var process = new FunctionProcess(variant, servers, trust, share);
        var answer = process.WorkAsync(new Workload(1));
        var started = await process.StartAsync();
        var answered = await answer;
        var next = await process.FirstNextAsync();
        // Until it waits for its second event.
        await Task.Delay(20);
        return new(Milliseconds(started, next), Milliseconds(started, answered), process.Resident);
    }

    // Without a share, which would only take longer.
    private async Task<double> ResidentAfterCallsAsync(Variant variant, CalledServers servers, Trust trust)
    {
        await using var process = new FunctionProcess(variant, servers, trust, share: null);
        await process.StartAsync();
        await process.WorkAsync(new Workload(callsForMemory));
        return process.Resident;
    }

    private void Write(List<Figures> figures, string transport)
    {
        var baseline = figures.Find(figure => figure.Variant.Name == Variant.Baseline);
        Report.Write(
            $"Cold start over {transport}, {runs} starts of each, in ms from the start of the process{(share is { } part ? $", with {part} of a processor" : "")}; x: times the bare loop, by medians",
            [
                "variant", "to first answer, x", "x, by minima", "min", "median", "p95", "to first next: min", "median", "p95",
                "MiB after 1 call", "x", $"MiB after {callsForMemory}", "x", "MB on disk",
            ],
            figures.Select(figure => (string[])[
                figure.Variant.Description,
                Report.Ratio(figure.ToAnswer.Median, baseline?.ToAnswer.Median),
                Report.Ratio(figure.ToAnswer.Minimum, baseline?.ToAnswer.Minimum),
                $"{figure.ToAnswer.Minimum:0.0}",
                $"{figure.ToAnswer.Median:0.0}",
                $"{figure.ToAnswer.Percentile(95):0.0}",
                $"{figure.ToNext.Minimum:0.0}",
                $"{figure.ToNext.Median:0.0}",
                $"{figure.ToNext.Percentile(95):0.0}",
                $"{figure.Resident.Median:0.0}",
                Report.Ratio(figure.Resident.Median, baseline?.Resident.Median),
                $"{figure.ResidentAfterCalls:0.0}",
                Report.Ratio(figure.ResidentAfterCalls, baseline?.ResidentAfterCalls),
                figure.Variant.Size is { } size ? $"{size / 1e6:0.00}" : "-",
            ]));
    }

    private static double Milliseconds(long from, long to) => Stopwatch.GetElapsedTime(from, to).TotalMilliseconds;

    private sealed record Start(double ToNext, double ToAnswer, double Resident);

    private sealed record Figures(Variant Variant, List<Start> Starts, double ResidentAfterCalls)
    {
        public Samples ToNext { get; } = new(Starts.Select(start => start.ToNext));

        public Samples ToAnswer { get; } = new(Starts.Select(start => start.ToAnswer));

        public Samples Resident { get; } = new(Starts.Select(start => start.Resident));
    }
}
