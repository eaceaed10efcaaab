using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Memory;

namespace GenesysLambdas.Caching;

/// <summary>What a lookup found, kept in memory for a while, since Genesys Cloud caches nothing. One call is under way for the same inputs.</summary>
/// <typeparam name="TInputs">What it is found by.</typeparam>
/// <typeparam name="TOutputs">What is found.</typeparam>
/// <param name="timeToLive">How long.</param>
/// <param name="time">The clock.</param>
public sealed class FoundAnswers<TInputs, TOutputs>(TimeSpan timeToLive, TimeProvider time) : IDisposable
    where TInputs : notnull
    where TOutputs : class
{
    /// <summary>Most answers kept; beyond them new ones are not, until old ones have gone.</summary>
    public const int MostEntries = 1000;

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = MostEntries, Clock = new Clock(time) });
    private readonly ConcurrentDictionary<TInputs, Task<TOutputs>> _calls = new();

    /// <summary>What is kept for the inputs, or else what the lookup finds; that is kept if it may be.</summary>
    /// <param name="inputs">What it is found by.</param>
    /// <param name="lookUp">Finds it.</param>
    /// <param name="isFound">Whether it may be kept.</param>
    /// <param name="cancellationToken">Ends waiting for another's call.</param>
    public async Task<TOutputs> GetAsync(TInputs inputs, Func<Task<TOutputs>> lookUp, Func<TOutputs, bool> isFound, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lookUp);
        ArgumentNullException.ThrowIfNull(isFound);
        if (_kept.TryGetValue(inputs, out TOutputs? found))
        {
            return found!;
        }

        var own = new TaskCompletionSource<TOutputs>(TaskCreationOptions.RunContinuationsAsynchronously);
        var call = _calls.GetOrAdd(inputs, own.Task);
        return call == own.Task ? await CallAsync(inputs, own, lookUp, isFound) : await JoinAsync(call, lookUp, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _kept.Dispose();

    private async Task<TOutputs> CallAsync(TInputs inputs, TaskCompletionSource<TOutputs> call, Func<Task<TOutputs>> lookUp, Func<TOutputs, bool> isFound)
    {
        try
        {
            var outputs = await lookUp();
            if (isFound(outputs))
            {
                _kept.Set(inputs, outputs, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = timeToLive });
            }

            call.SetResult(outputs);
            return outputs;
        }
        catch
        {
            call.SetCanceled(CancellationToken.None);
            throw;
        }
        finally
        {
            _calls.TryRemove(inputs, out _);
        }
    }

    // Another invocation's failure may be that of its own deadline: whoever waited for it asks again.
    private static async Task<TOutputs> JoinAsync(Task<TOutputs> call, Func<Task<TOutputs>> lookUp, CancellationToken cancellationToken)
    {
        await ((Task)call).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        return call.IsCompletedSuccessfully ? await call : await lookUp();
    }

    private sealed class Clock(TimeProvider time) : Microsoft.Extensions.Internal.ISystemClock
    {
        public DateTimeOffset UtcNow => time.GetUtcNow();
    }
}
