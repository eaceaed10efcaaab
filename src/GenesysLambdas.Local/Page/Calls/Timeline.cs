using System.Diagnostics;
using GenesysLambdas.Local.Emulator;

namespace GenesysLambdas.Local.Page.Calls;

/// <summary>What a call spent its time on, in milliseconds from the start of the function's process, or from the moment that it took the event.</summary>
internal sealed record Timeline(double TotalMs, IReadOnlyList<CallPhase> Phases)
{
    public static Timeline Empty { get; } = new(0, []);

    /// <param name="taken">How the event came to the function.</param>
    /// <param name="duration">From then to the answer.</param>
    public static Timeline Of(RunningInvocation taken, TimeSpan duration, IReadOnlyList<ShownExchange> exchanges, string api, ReportedWaits reported)
    {
        var (secretMs, apiMs) = reported;
        var phases = new List<CallPhase>();
        var cursor = taken.InitDuration?.TotalMilliseconds ?? 0;
        var total = cursor + duration.TotalMilliseconds;
        if (cursor > 0)
        {
            phases.Add(new("Cold start", "init", 0, cursor));
        }

        foreach (var exchange in exchanges.OrderBy(exchange => exchange.StartMs))
        {
            Fill(exchange.StartMs, isWait: exchange.Attempt > 1);
            var end = Math.Min(exchange.StartMs + exchange.Ms, total);
            if (end > cursor)
            {
                var note = exchange.Reply is { } reply && exchange.End == Exchange.Complete ? $"HTTP {reply.Status}" : exchange.End;
                phases.Add(new($"{exchange.Api}, attempt {exchange.Attempt}", "api", cursor, end - cursor, note));
                cursor = end;
            }
        }

        // An API that is called directly is known only by what the function says.
        if (exchanges.Count == 0 && apiMs > 0)
        {
            Fill(Math.Min(cursor + secretMs, total), isWait: false);
            var end = Math.Min(cursor + apiMs, total);
            phases.Add(new(api, "api", cursor, end - cursor));
            cursor = end;
        }

        Fill(total, isWait: false);
        return new(Round(total), [.. phases.Select(phase => phase with { StartMs = Round(phase.StartMs), Ms = Round(phase.Ms) }).Where(phase => phase.Ms > 0)]);

        // It waits for its secret before it calls, so that is the end of a gap.
        void Fill(double end, bool isWait)
        {
            var gap = end - cursor;
            if (gap <= 0)
            {
                return;
            }

            var secret = Math.Min(secretMs, gap);
            secretMs -= secret;
            if (gap > secret)
            {
                phases.Add(isWait ? new("Wait before the next attempt", "wait", cursor, gap - secret) : new("Function", "function", cursor, gap - secret));
            }

            if (secret > 0)
            {
                phases.Add(new("Secret", "secret", end - secret, secret));
            }

            cursor = end;
        }
    }

    /// <summary>Where something begins in the timeline.</summary>
    public static double Offset(RunningInvocation taken, long timestamp) =>
        (taken.InitDuration ?? TimeSpan.Zero).TotalMilliseconds + Stopwatch.GetElapsedTime(taken.Started, timestamp).TotalMilliseconds;

    public static double Round(double milliseconds) => Math.Round(milliseconds, 1);
}

/// <param name="Kind"><c>init</c>, <c>secret</c>, <c>api</c>, <c>wait</c> or <c>function</c>.</param>
/// <param name="Note">How it ended, such as <c>HTTP 500</c>; empty: nothing to say.</param>
internal sealed record CallPhase(string Name, string Kind, double StartMs, double Ms, string Note = "");

/// <summary>How long a function says it waited for its secret and for the external API.</summary>
internal sealed record ReportedWaits(double SecretMs, double ApiMs);
