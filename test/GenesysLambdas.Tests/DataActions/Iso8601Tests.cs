using GenesysLambdas.DataActions;

namespace GenesysLambdas.Tests.DataActions;

public sealed class Iso8601Tests
{
    [Theory]
    [InlineData("2026-01-31T12:30:00Z", true)]
    [InlineData("2026-01-31T12:30:00.123456789Z", true)]
    [InlineData("2026-01-31T12:30:00,5Z", true)]
    [InlineData("2026-01-31T12:30Z", true)]
    [InlineData("2026-01-31T12:30:00+01:00", true)]
    [InlineData("2026-01-31T12:30:00-0330", true)]
    [InlineData("2026-01-31T12:30:00+01", true)]
    [InlineData("2024-02-29T00:00:00Z", true)]
    [InlineData("2026-01-31T12:30:00", false)]
    [InlineData("2026-01-31T12:30", false)]
    [InlineData("2026-01-31T12:30:00.5", false)]
    public void A_date_and_time_is_known_with_and_without_time_zone(string text, bool zoned)
    {
        Assert.True(Iso8601.IsDateTime(text, out var hasZone));
        Assert.Equal(zoned, hasZone);
    }

    [Theory]
    [InlineData("")]
    [InlineData("T")]
    [InlineData("Z")]
    [InlineData("2026-01-31")]
    [InlineData("2026-01-31Z")]
    [InlineData("12:30:00Z")]
    [InlineData("2026-01-31 12:30:00Z")]
    [InlineData("2026-02-29T12:30:00Z")]
    [InlineData("2026-13-01T12:30:00Z")]
    [InlineData("2026-01-31T24:30:00Z")]
    [InlineData("2026-01-31T12:60:00Z")]
    [InlineData("2026-01-31T12:30:00.Z")]
    [InlineData("2026-01-31T12:30.5Z")]
    [InlineData("2026-01-31T12:30:00z")]
    [InlineData("2026-01-31T12:30:00ZZ")]
    [InlineData("2026-01-31T12:30:00+")]
    [InlineData("2026-01-31T12:30:00+1")]
    [InlineData("2026-01-31T12:30:00+24:00")]
    [InlineData("2026-01-31T12:30:00+01:60")]
    [InlineData("2026-01-31T12:30:00+01:00:00")]
    [InlineData("2026-01-31T12:30:00 Z")]
    [InlineData(" 2026-01-31T12:30:00Z")]
    [InlineData("2026-01-31T12:30:00Z ")]
    [InlineData("2026-01-31T12:30:00\0Z")]
    [InlineData("٢٠٢٦-01-31T12:30:00Z")]
    [InlineData("26-01-31T12:30:00Z")]
    [InlineData("2026-1-31T12:30:00Z")]
    public void Anything_else_is_not_a_date_and_time(string text) => Assert.False(Iso8601.IsDateTime(text, out _));
}
