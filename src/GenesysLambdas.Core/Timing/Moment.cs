using System.Runtime.InteropServices;

namespace GenesysLambdas.Core.Timing;

/// <summary>
/// A moment on two clocks, because neither can be trusted alone: the wall clock may be set back, and the monotonic clock may stop while
/// the function is frozen. The default value is in the distant past.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Moment(DateTimeOffset Wall, long Timestamp)
{
    public static Moment Now(TimeProvider time) => new(time.GetUtcNow(), time.GetTimestamp());

    /// <summary>The larger of the two clocks' ages; <see cref="TimeSpan.MaxValue"/>, so that it counts as expired, if both went backwards.</summary>
    public TimeSpan Age(TimeProvider time) => Now(time).Since(this, time);

    /// <summary>The time since an earlier moment, as <see cref="Age"/> measures it.</summary>
    public TimeSpan Since(Moment earlier, TimeProvider time)
    {
        var (wall, monotonic) = (Wall - earlier.Wall, time.GetElapsedTime(earlier.Timestamp, Timestamp));
        var longer = wall > monotonic ? wall : monotonic;
        return longer < TimeSpan.Zero ? TimeSpan.MaxValue : longer;
    }

    /// <summary>Whether it came before another moment in the same process.</summary>
    public bool IsBefore(Moment other) => Timestamp < other.Timestamp;
}
