using GenesysLambdas.Deployment.Tests.Support;
using GenesysLambdas.Testing;

namespace GenesysLambdas.Deployment.Tests;

/// <summary>
/// When failure answers raise an alarm: one alarm looks at the last 5 minutes, for the day; the other at the last hour, for the night.
/// </summary>
public sealed class FailureAlarmTests
{
    public static TheoryData<string> Lookups => LookupUnderTest.Names;

    [Theory]
    [MemberData(nameof(Lookups))]
    public void A_busy_day_with_one_failure_in_a_hundred_calls_raises_no_alarm(string lookup) =>
        AssertSilent(lookup, Calls(6000, every: 1, failed: i => i % 100 == 0));

    [Theory]
    [MemberData(nameof(Lookups))]
    public void A_busy_day_with_one_failure_in_five_calls_raises_an_alarm_within_minutes(string lookup) =>
        Assert.True(Failures(lookup).RaisedAt(Calls(6000, every: 1, failed: i => i % 5 == 0)) <= TimeSpan.FromMinutes(5));

    [Theory]
    [MemberData(nameof(Lookups))]
    public void An_outage_on_a_busy_day_raises_an_alarm_within_two_minutes(string lookup)
    {
        var calls = Calls(6000, every: 1, failed: second => second is >= 1200 and < 1800);

        Assert.InRange(Failures(lookup).RaisedAt(calls) ?? TimeSpan.MaxValue, TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(22));
        Assert.False(Failures(lookup).IsInAlarm(TimeSpan.FromMinutes(36), calls));
    }

    [Theory]
    [MemberData(nameof(Lookups))]
    public void Five_failures_of_six_calls_at_night_raise_an_alarm(string lookup) =>
        Assert.NotNull(Failures(lookup).RaisedAt(Calls(6, every: 40, failed: i => i != 2)));

    [Theory]
    [InlineData(2, 30)]
    [InlineData(3, 20)]
    [InlineData(4, 15)]
    [InlineData(5, 12)]
    public void A_handful_of_calls_over_an_hour_that_all_fail_raise_an_alarm(int calls, int minutesBetween) => Assert.All(
        LookupUnderTest.Complete,
        lookup => Assert.NotNull(Outage(lookup.Contract.Name).RaisedAt(Calls(calls, every: 60 * minutesBetween, failed: _ => true))));

    [Theory]
    [MemberData(nameof(Lookups))]
    public void A_single_call_that_fails_raises_no_alarm(string lookup) => AssertSilent(lookup, Calls(1, every: 1, failed: _ => true));

    [Theory]
    [MemberData(nameof(Lookups))]
    public void Two_failures_among_six_calls_at_night_raise_no_alarm(string lookup) => AssertSilent(lookup, Calls(6, every: 500, failed: i => i is 1 or 4));

    [Theory]
    [MemberData(nameof(Lookups))]
    public void No_calls_at_all_raise_no_alarm(string lookup) => AssertSilent(lookup, []);

    private static void AssertSilent(string lookup, IReadOnlyList<Call> calls)
    {
        Assert.Null(Failures(lookup).RaisedAt(calls));
        Assert.Null(Outage(lookup).RaisedAt(calls));
    }

    private static RateAlarm Failures(string lookup) => RateAlarm.Of(lookup, "FailuresAlarm");

    private static RateAlarm Outage(string lookup) => RateAlarm.Of(lookup, "OutageAlarm");

    private static List<Call> Calls(int count, int every, Predicate<int> failed) =>
        [.. Enumerable.Range(0, count).Select(i => new Call(TimeSpan.FromSeconds(i * every), failed(i)))];
}
