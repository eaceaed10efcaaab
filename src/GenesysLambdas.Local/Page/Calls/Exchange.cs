using System.Diagnostics;

namespace GenesysLambdas.Local.Page.Calls;

/// <summary>A request to an external API during a call, and the reply, without secrets.</summary>
/// <param name="Attempt">Counts repetitions of the same request, from 1.</param>
/// <param name="Target">The real API's address; null for the stand-in.</param>
internal sealed record Exchange(string Api, int Attempt, string? Target, ExchangeRequest Request)
{
    public const string Complete = "complete";
    public const string CutOff = "cut off";
    public const string NoReply = "no reply";

    private volatile ExchangeEnd? _end;

    /// <summary>A <see cref="Stopwatch"/> timestamp.</summary>
    public long Started { get; } = Stopwatch.GetTimestamp();

    public ExchangeEnd? Ending => _end;

    public void End(string how, ExchangeReply? reply) => _end = new ExchangeEnd(how, reply, Stopwatch.GetTimestamp());
}

/// <param name="Url">Path and query below the API's address.</param>
internal sealed record ExchangeRequest(string Method, string Url, IReadOnlyList<string[]> Headers, string Body);

internal sealed record ExchangeReply(int Status, IReadOnlyList<string[]> Headers, string Body);

/// <param name="Timestamp">By <see cref="Stopwatch"/>.</param>
internal sealed record ExchangeEnd(string How, ExchangeReply? Reply, long Timestamp);
