using GenesysLambdas.Core.Timing;

namespace GenesysLambdas.Core.Caching;

/// <summary>Caches what a lookup found, because Genesys Cloud caches nothing. Simultaneous requests with the same inputs share one call.</summary>
public sealed class AnswerCache<TInputs, TOutputs>(TimeSpan timeToLive, TimeProvider time)
    where TInputs : notnull
    where TOutputs : class
{
    /// <summary>The maximum number of cached answers. Once it is reached, nothing more is cached until old ones expire.</summary>
    public const int MaxEntries = 1000;

    private readonly Lock _lock = new();

    // Cached answers, and lookups in progress.
    private readonly Dictionary<TInputs, Task<TOutputs>> _answers = [];

    // Cached answers, oldest first.
    private readonly Queue<(TInputs Inputs, Moment Since)> _expiring = new();

    /// <summary>Returns the cached answer, or looks it up.</summary>
    /// <param name="lookUp">Performs the lookup. It must end by its invocation's deadline.</param>
    public async Task<TOutputs> GetAsync(TInputs inputs, Func<Task<TOutputs>> lookUp, Func<TOutputs, bool> isFound, CancellationToken cancellationToken)
    {
        Task<TOutputs>? answer;
        bool isOwn;
        lock (_lock)
        {
            RemoveExpired();
            isOwn = !_answers.TryGetValue(inputs, out answer);
            if (answer is null)
            {
                // The task takes this lock before it ends, so it cannot end before it is in the dictionary.
                _answers[inputs] = answer = Task.Run(() => LookUpAsync(inputs, lookUp, isFound), CancellationToken.None);
            }
        }

        try
        {
            return await answer.WaitAsync(cancellationToken);
        }
        catch (Exception) when (!isOwn && !cancellationToken.IsCancellationRequested)
        {
            // The other invocation may have failed because of its own deadline.
            return await lookUp();
        }
    }

    private async Task<TOutputs> LookUpAsync(TInputs inputs, Func<Task<TOutputs>> lookUp, Func<TOutputs, bool> isFound)
    {
        var isCached = false;
        try
        {
            var outputs = await lookUp();
            isCached = isFound(outputs);
            return outputs;
        }
        finally
        {
            End(inputs, isCached);
        }
    }

    private void End(TInputs inputs, bool isCached)
    {
        lock (_lock)
        {
            RemoveExpired();
            if (isCached && _expiring.Count < MaxEntries)
            {
                _expiring.Enqueue((inputs, Moment.Now(time)));
            }
            else
            {
                _answers.Remove(inputs);
            }
        }
    }

    // Called with the lock held.
    private void RemoveExpired()
    {
        while (_expiring.TryPeek(out var oldest) && oldest.Since.Age(time) >= timeToLive)
        {
            _answers.Remove(_expiring.Dequeue().Inputs);
        }
    }
}
