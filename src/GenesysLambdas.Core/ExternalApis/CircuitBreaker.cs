using System.Net;
using GenesysLambdas.Core.Timing;

namespace GenesysLambdas.Core.ExternalApis;

/// <summary>Whether a request may be sent.</summary>
internal enum Admission
{
    /// <summary>It may be sent, and retried.</summary>
    Free,

    /// <summary>It may be sent once, to find out whether the server is back.</summary>
    OneAttempt,

    Refused,
}

/// <summary>
/// Stops calls to a server that has been failing. It suits a function that serves one caller every few seconds as well
/// as one that serves fifty at once: it ignores the failure rate, and opens if nothing has succeeded since the failures began.
/// </summary>
/// <remarks>
/// If only one request keeps failing, for example because of one bad customer record, only that one is refused. Others are refused once a second
/// request has failed too. Until then, each request is attempted once.
/// </remarks>
internal sealed class CircuitBreaker(TimeProvider time)
{
    // Two attempts without a reply, or ten error replies, which cost callers little time.
    private const int Threshold = 10;
    private const int SilenceWeight = 5;
    private const int ErrorReplyWeight = 1;

    /// <summary>How long no requests are sent after a failure.</summary>
    internal static readonly TimeSpan Break = TimeSpan.FromSeconds(15);

    // With fifty concurrent callers, a few failures in a row can be chance. A full second of nothing but failures is not.
    private static readonly TimeSpan ShortestOutage = TimeSpan.FromSeconds(1);

    // Older failures no longer matter.
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private int _weight;
    private int _firstFailed;
    private bool _othersFailed;
    private Moment _outageBegan;
    private Moment _lastFailure;
    private Moment _lastTrial;
    private Moment _lastSuccess;

    /// <summary>Whether requests of all kinds have been failing.</summary>
    public bool IsOpenToAll
    {
        get
        {
            lock (_lock)
            {
                return IsOpen && _othersFailed;
            }
        }
    }

    private bool IsOpen => _weight >= Threshold && _lastFailure.Since(_outageBegan, time) >= ShortestOutage;

    public Admission Admit(int fingerprint)
    {
        lock (_lock)
        {
            var sinceFailure = _lastFailure.Age(time);
            if (!IsOpen || sinceFailure >= Memory)
            {
                return Admission.Free;
            }

            if (!_othersFailed && fingerprint != _firstFailed)
            {
                return Admission.OneAttempt;
            }

            if (sinceFailure < Break || _lastTrial.Age(time) < Break)
            {
                return Admission.Refused;
            }

            _lastTrial = Moment.Now(time);
            return Admission.OneAttempt;
        }
    }

    public void Report(int fingerprint, AttemptResult result, Moment began)
    {
        var weight = result.IsSilent ? SilenceWeight
            : result.Reply is { IsTransient: true, Status: not HttpStatusCode.TooManyRequests } ? ErrorReplyWeight
            : 0;
        lock (_lock)
        {
            if (weight == 0)
            {
                (_weight, _lastSuccess) = (0, Moment.Now(time));
            }
            else if (!began.IsBefore(_lastSuccess))
            {
                Count(weight, fingerprint, began);
            }
        }
    }

    private void Count(int weight, int fingerprint, Moment began)
    {
        if (_weight == 0 || _lastFailure.Age(time) >= Memory)
        {
            (_weight, _firstFailed, _othersFailed, _outageBegan) = (0, fingerprint, false, began);
        }

        // Capped, so that it cannot overflow.
        _weight = Math.Min(_weight + weight, 10 * Threshold);
        _othersFailed |= fingerprint != _firstFailed;
        _lastFailure = Moment.Now(time);
    }
}
