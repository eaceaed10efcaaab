using System.Diagnostics;
using GenesysLambdas.Local.Emulator;

namespace GenesysLambdas.Local.Page.Calls;

/// <summary>How a call spent its time, in milliseconds since the process started or, without a cold start, since it took the event.</summary>
internal sealed record Timeline(double TotalMs, IReadOnlyList<CallPhase> Phases)
{
    public static Timeline Empty { get; } = new(0, []);

    /// <param name="duration">From taking the event to the answer.</param>
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

        // Only the function's log knows about an API that is called directly.
        if (exchanges.Count == 0 && apiMs > 0)
        {
            Fill(Math.Min(cursor + secretMs, total), isWait: false);
            var end = Math.Min(cursor + apiMs, total);
            phases.Add(new(api, "api", cursor, end - cursor));
            cursor = end;
        }

        Fill(total, isWait: false);
        return new(Round(total), [.. phases.Select(phase => phase with { StartMs = Round(phase.StartMs), Ms = Round(phase.Ms) }).Where(phase => phase.Ms > 0)]);

        // The function waits for its secret right before it calls the API, so that is the end of a gap.
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

    public static double Offset(RunningInvocation taken, long timestamp) =>
        (taken.InitDuration ?? TimeSpan.Zero).TotalMilliseconds + Stopwatch.GetElapsedTime(taken.Started, timestamp).TotalMilliseconds;

    public static double Round(double milliseconds) => Math.Round(milliseconds, 1);
}

/// <param name="Kind"><c>init</c>, <c>secret</c>, <c>api</c>, <c>wait</c> or <c>function</c>.</param>
/// <param name="Note">How it ended, such as <c>HTTP 500</c>.</param>
internal sealed record CallPhase(string Name, string Kind, double StartMs, double Ms, string Note = "");

/// <summary>How long the function waited for its secret and for the external API, according to its log.</summary>
internal sealed record ReportedWaits(double SecretMs, double ApiMs);
