using GenesysLambdas.Local.Emulator;
using GenesysLambdas.Local.Page.Calls;

namespace GenesysLambdas.Local.Tests.Page.Calls;

public class TimelineTests
{
    [Fact]
    public void Shows_the_cold_start_then_the_secret_then_the_API()
    {
        var timeline = Of(init: 200, duration: 100, [Exchange(1, start: 240, ms: 50)], secretMs: 30);

        Assert.Equal(["Cold start 0+200", "Function 200+10", "Secret 210+30", "X_API, attempt 1 240+50 HTTP 200", "Function 290+10"], timeline);
    }

    [Fact]
    public void Shows_the_wait_between_attempts()
    {
        var timeline = Of(init: null, duration: 100, [Exchange(1, start: 5, ms: 10, status: 401), Exchange(2, start: 35, ms: 10)], secretMs: 12);

        Assert.Equal(["Secret 0+5", "X_API, attempt 1 5+10 HTTP 401", "Wait before the next attempt 15+13", "Secret 28+7", "X_API, attempt 2 35+10 HTTP 200", "Function 45+55"], timeline);
    }

    [Fact]
    public void An_open_exchange_ends_with_the_answer()
    {
        Assert.Equal(["Function 0+10", "X_API, attempt 1 10+90 no reply"], Of(init: null, duration: 100, [Exchange(1, start: 10, ms: 500, end: "no reply")], secretMs: 0));
    }

    [Fact]
    public void Parallel_exchanges_do_not_add_up()
    {
        Assert.Equal(
            ["X_API, attempt 1 0+50 HTTP 200", "X_API, attempt 1 50+10 HTTP 200", "Function 60+40"],
            Of(init: null, duration: 100, [Exchange(1, start: 0, ms: 50), Exchange(1, start: 10, ms: 50), Exchange(1, start: 20, ms: 10)], secretMs: 0));
    }

    [Fact]
    public void A_direct_call_has_the_time_that_the_function_logs()
    {
        Assert.Equal(["Secret 0+5", "X_API 5+20", "Function 25+75"], Of(init: null, duration: 100, [], secretMs: 5, apiMs: 20));
    }

    [Fact]
    public void Without_a_log_all_time_belongs_to_the_function()
    {
        Assert.Equal(["Function 0+100"], Of(init: null, duration: 100, [], secretMs: 0));
    }

    private static IEnumerable<string> Of(double? init, double duration, IReadOnlyList<ShownExchange> exchanges, double secretMs, double apiMs = 0)
    {
        var taken = new RunningInvocation(new QueuedInvocation(default), Process: null, default, init is { } ms ? TimeSpan.FromMilliseconds(ms) : null);
        var timeline = Timeline.Of(taken, TimeSpan.FromMilliseconds(duration), exchanges, "X_API", new ReportedWaits(secretMs, apiMs));
        Assert.Equal((init ?? 0) + duration, timeline.TotalMs);
        return timeline.Phases.Select(phase => $"{phase.Name} {phase.StartMs}+{phase.Ms} {phase.Note}".TrimEnd());
    }

    private static ShownExchange Exchange(int attempt, double start, double ms, int status = 200, string end = Local.Page.Calls.Exchange.Complete) => new()
    {
        Api = "X_API",
        Attempt = attempt,
        StartMs = start,
        Ms = ms,
        Request = new ExchangeRequest("GET", "/", [], ""),
        Reply = end == Local.Page.Calls.Exchange.NoReply ? null : new ExchangeReply(status, [], ""),
        End = end,
    };
}
