using GenesysLambdas.Core.Timing;
using GenesysLambdas.Testing;

namespace GenesysLambdas.Core.Tests.Timing;

public sealed class MomentTests
{
    private readonly ManualTime _time = new();

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(60, 0, 60)]
    [InlineData(60, 3600, 3660)]
    [InlineData(60, -3600, 60)]
    [InlineData(0, 3600, 3600)]
    [InlineData(0, -3600, 0)]
    public void An_age_is_the_larger_of_what_the_two_clocks_say(int seconds, int step, int age)
    {
        var moment = Moment.Now(_time);
        _time.Advance(TimeSpan.FromSeconds(seconds));
        _time.StepWall(TimeSpan.FromSeconds(step));

        Assert.Equal(TimeSpan.FromSeconds(age), moment.Age(_time));
    }

    [Fact]
    public void A_negative_age_counts_as_expired()
    {
        var moment = Moment.Now(_time);
        _time.Advance(TimeSpan.FromHours(-1));

        Assert.Equal(TimeSpan.MaxValue, moment.Age(_time));
    }

    [Fact]
    public void The_default_moment_is_long_ago() => Assert.True(default(Moment).Age(_time) > TimeSpan.FromDays(365));

    [Fact]
    public void The_order_of_two_moments_does_not_go_by_the_wall_clock()
    {
        var first = Moment.Now(_time);
        _time.Advance(TimeSpan.FromSeconds(1));
        _time.StepWall(TimeSpan.FromHours(-1));
        var second = Moment.Now(_time);

        Assert.Equal((true, false), (first.IsBefore(second), second.IsBefore(first)));
        Assert.Equal(TimeSpan.FromSeconds(1), second.Since(first, _time));
    }
}
