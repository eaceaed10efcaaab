namespace GenesysLambdas.Load;

/// <summary>What came of a load test, and what of it breaks a promise.</summary>
internal sealed record LoadFigures(LoadOptions Options, TimeSpan Duration, Tally Tally, LogLines Log, int Rotations, IReadOnlyList<Sample> Samples)
{
    /// <summary>KiB for each process: less than a hundred bytes for each of 100,000 invocations. .NET's heap varies by half of it.</summary>
    private const double MostGrowth = 9 * 1024;

    /// <summary>A shorter run is over while .NET still sizes its heap, so its memory says nothing.</summary>
    private const int LongRun = 100_000;

    /// <summary>
    /// Sockets for each concurrent invocation: one waits for the next event, one calls the external API, one posts the answer.
    /// AWS's bootstrap waits on another socket while invocations run; the lean one uses the same socket for both.
    /// </summary>
    private const int SocketsEach = 3;

    /// <summary>Sockets that a process may have in addition: to Secrets Manager, and .NET's own.</summary>
    private const int MoreSockets = 10;

    private int MaxSockets => Samples.Max(sample => sample.Sockets);

    private int SocketBound => (SocketsEach * Options.Concurrency) + (MoreSockets * Options.Processes);

    private double Growth => (double)(ResidentAt(1.0) - ResidentAt(0.1)) / Options.Processes;

    /// <summary>The promises that do not hold.</summary>
    public IEnumerable<string> Broken()
    {
        var lost = Options.Invocations - Tally.Answers;
        return from promise in new (bool Holds, string Text)[]
               {
                   (lost == 0, $"{lost} invocations were lost"),
                   (Tally.Wrong == 0, $"{Tally.Wrong} answers hold another's data"),
                   (Log.Invocations == Options.Invocations && Log.Repeated == 0, $"{Log.Invocations} invocations were logged, {Log.Repeated} of them again"),
                   (Log.Others.Count == 0, $"the function wrote: {(Log.Others is [var first, ..] ? first : "")}"),
                   (Growth <= MostGrowth || Options.Invocations < LongRun, "the memory grew"),
                   (MaxSockets <= SocketBound, $"{MaxSockets} sockets were open"),
               }
               where !promise.Holds
               select promise.Text;
    }

    /// <summary>Writes a table in Markdown.</summary>
    public void Write(TextWriter output)
    {
        output.WriteLine("| figure | value |");
        output.WriteLine("|---|---|");
        foreach (var (figure, value) in Rows())
        {
            output.WriteLine($"| {figure} | {value} |");
        }
    }

    private IEnumerable<(string Figure, string Value)> Rows()
    {
        yield return ("processes x invocations at once in each", $"{Options.Processes} x {Options.Concurrency / Options.Processes}");
        yield return ("invocations", $"{Options.Invocations}");
        yield return ("answers", $"{Tally.Answers}");
        yield return ("answers with another's data", $"{Tally.Wrong}");
        yield return ("log lines: invocations, repeated, others", $"{Log.Invocations}, {Log.Repeated}, {Log.Others.Count}");
        foreach (var (errorCode, count) in Tally.ByErrorCode)
        {
            yield return ($"answered {errorCode}", $"{count}");
        }

        yield return ("answers of another errorCode than the fault has", $"{Tally.Unexpected.Values.Sum()}");
        foreach (var (what, count) in Tally.Unexpected)
        {
            yield return (what, $"{count}");
        }

        yield return ("rotations of the secret", $"{Rotations}");
        yield return ("resident memory, of that after the first 10 %, at 20 %, 30 % ... 100 %", string.Join(", ", Enumerable.Range(2, 9).Select(tenth => $"{(double)ResidentAt(tenth / 10.0) / ResidentAt(0.1):0.00}")));
        yield return ("resident memory at the end, a process", $"{ResidentAt(1.0) / 1024 / Options.Processes} MiB");
        yield return ("most sockets open, of the bound", $"{MaxSockets} of {SocketBound}");
        yield return ("sockets open, after the first 10 % and at the end", $"{SampleAt(0.1).Sockets}, {SampleAt(1.0).Sockets}");
        yield return ("invocations a second, on this machine", $"{Tally.Answers / Duration.TotalSeconds:0}");
    }

    private long ResidentAt(double part) => SampleAt(part).ResidentKiB;

    private Sample SampleAt(double part) => Samples.FirstOrDefault(sample => sample.Answers >= part * Options.Invocations) ?? Samples[^1];
}
