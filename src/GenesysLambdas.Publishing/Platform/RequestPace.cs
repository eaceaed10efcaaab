namespace GenesysLambdas.Publishing.Platform;

/// <summary>Keeps to Genesys Cloud's limit of requests per minute for an access token.</summary>
internal sealed class RequestPace(TimeProvider time)
{
    /// <summary>Requests per minute (https://developer.genesys.cloud/platform/api/rate-limits).</summary>
    public const int Most = 300;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Queue<long> _sent = [];

    /// <summary>Waits until one more request is within the limit. For one caller at a time.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        if (_sent.Count == Most && Window - time.GetElapsedTime(_sent.Dequeue()) is { Ticks: > 0 } wait)
        {
            await Task.Delay(wait, time, cancellationToken);
        }

        _sent.Enqueue(time.GetTimestamp());
    }
}
