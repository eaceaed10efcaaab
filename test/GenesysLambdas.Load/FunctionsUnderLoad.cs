using GenesysLambdas.Local.Emulator;

namespace GenesysLambdas.Load;

/// <summary>The processes of the function.</summary>
internal sealed class FunctionsUnderLoad(
    FunctionExecutable executable, int processes, IReadOnlyDictionary<string, string> environment, Action<string> log) : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private readonly FunctionUnderLoad[] _functions = [.. Enumerable.Range(0, processes).Select(_ => new FunctionUnderLoad(executable, environment, log))];

    /// <summary>Looks at the processes at intervals until cancelled.</summary>
    /// <exception cref="InvalidOperationException">One has ended.</exception>
    public async Task<IReadOnlyList<Sample>> SampleAsync(Func<int> answers, CancellationToken cancellationToken)
    {
        var samples = new List<Sample>();
        while (true)
        {
            if (!_functions.All(function => function.IsRunning))
            {
                throw new InvalidOperationException("A process of the function has ended.");
            }

            samples.Add(new(answers(), _functions.Sum(function => function.ResidentKiB), _functions.Sum(function => function.Sockets)));
            if (cancellationToken.IsCancellationRequested)
            {
                return samples;
            }

            await Task.Delay(Interval, cancellationToken).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var function in _functions)
        {
            await function.DisposeAsync();
        }
    }
}

/// <summary>What was seen of all processes at one moment.</summary>
/// <param name="Answers">Answers so far.</param>
/// <param name="ResidentKiB">Resident memory.</param>
/// <param name="Sockets">Open sockets.</param>
internal sealed record Sample(int Answers, long ResidentKiB, int Sockets);
