namespace GenesysLambdas.Caching;

/// <summary>What a lookup found, kept in memory for a while, since Genesys Cloud caches nothing. The same inputs share one call.</summary>
/// <typeparam name="TInputs">What it is found by.</typeparam>
/// <typeparam name="TOutputs">What is found.</typeparam>
/// <param name="timeToLive">How long.</param>
/// <param name="time">The clock.</param>
public sealed class FoundAnswers<TInputs, TOutputs>(TimeSpan timeToLive, TimeProvider time)
    where TInputs : notnull
    where TOutputs : class
{
    /// <summary>Most answers kept; once there are so many, no more are kept until old ones have gone.</summary>
    public const int MostEntries = 1000;

    private readonly Lock _lock = new();

    // Those that are kept, and those that are being looked up.
    private readonly Dictionary<TInputs, KeptValue<TOutputs>> _answers = [];

    // Those that are kept, oldest first.
    private readonly Queue<(TInputs Inputs, Moment Since)> _kept = new();

    /// <summary>What is kept for the inputs, or else what the lookup finds.</summary>
    /// <param name="inputs">What it is found by.</param>
    /// <param name="lookUp">Finds it. It ends by its invocation's deadline.</param>
    /// <param name="isFound">Whether it may be kept.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<TOutputs> GetAsync(TInputs inputs, Func<Task<TOutputs>> lookUp, Func<TOutputs, bool> isFound, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lookUp);
        ArgumentNullException.ThrowIfNull(isFound);
        Task<TOutputs> call;
        bool isOwn;
        lock (_lock)
        {
            DropExpired();
            isOwn = !_answers.TryGetValue(inputs, out var answer);
            if (answer is null)
            {
                _answers[inputs] = answer = new(() => CallAsync(inputs, lookUp, isFound), time);
            }

            // Within the lock: an answer that is still listed is either kept or being looked up, so this never repeats another's call.
            call = answer.GetAsync(cancellationToken);
        }

        try
        {
            return await call;
        }
        catch (Exception) when (!isOwn && !cancellationToken.IsCancellationRequested)
        {
            // The other invocation may have failed because of its own deadline.
            return await lookUp();
        }
    }

    private async Task<Fetched<TOutputs>> CallAsync(TInputs inputs, Func<Task<TOutputs>> lookUp, Func<TOutputs, bool> isFound)
    {
        var isKept = false;
        try
        {
            var outputs = await lookUp();
            isKept = isFound(outputs) && TryKeep(inputs);
            // It stays usable for as long as it is listed here.
            return new(outputs, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
        finally
        {
            if (!isKept)
            {
                lock (_lock)
                {
                    _answers.Remove(inputs);
                }
            }
        }
    }

    private bool TryKeep(TInputs inputs)
    {
        lock (_lock)
        {
            DropExpired();
            var hasRoom = _kept.Count < MostEntries;
            if (hasRoom)
            {
                _kept.Enqueue((inputs, Moment.Now(time)));
            }

            return hasRoom;
        }
    }

    // Called with the lock held.
    private void DropExpired()
    {
        while (_kept.TryPeek(out var oldest) && oldest.Since.Age(time) >= timeToLive)
        {
            _answers.Remove(_kept.Dequeue().Inputs);
        }
    }
}
