namespace GenesysLambdas.Local.Page.Calls;

/// <summary>A call as the page shows it, without secrets. The members are those of the page's JSON.</summary>
internal sealed record Call
{
    public const string Page = "page";
    public const string Invoke = "invoke";

    /// <summary>Lambda's id of the request.</summary>
    public required string Id { get; init; }

    /// <summary>Its place in the order in which calls ended, from 1.</summary>
    public long Number { get; init; }

    public required string Lookup { get; init; }
    public required string Function { get; init; }

    /// <summary>How the function was called: <c>lambda</c> or <c>http</c>.</summary>
    public required string Via { get; init; }

    /// <summary>Who called: <c>page</c>, or <c>invoke</c> for any other program.</summary>
    public required string Source { get; init; }

    public required DateTime At { get; init; }
    public required JsonElement Event { get; init; }

    /// <summary>The inputs in it; null: they cannot be read.</summary>
    public required JsonElement? Inputs { get; init; }

    /// <summary>The shape of the event: <c>inputs</c>, <c>data</c>, <c>flat</c> or <c>http</c>.</summary>
    public required string Dialect { get; init; }

    public required string Answer { get; init; }

    /// <summary>Lambda's word for a function that failed instead of answering; null: it answered.</summary>
    public required string? FunctionError { get; init; }

    /// <summary>What a caller over HTTP sees; null: it is no such call.</summary>
    public required HttpView? Http { get; init; }

    public required CallSummary Summary { get; init; }

    /// <summary>Why the data action fails, instead of having outputs; null: it does not.</summary>
    public required string? ActionError { get; init; }

    /// <summary>The outputs after the data action's templates: those of the contract, then others.</summary>
    public required IReadOnlyList<BoundOutput> Outputs { get; init; }

    public required Timeline Timeline { get; init; }
    public required IReadOnlyList<ShownExchange> Exchanges { get; init; }
    public required IReadOnlyList<LogEntry> Log { get; init; }
    public required IReadOnlyList<Metric> Metrics { get; init; }

    /// <summary>What the list of calls shows of it.</summary>
    public object ToListed() => new { Id, Number, Lookup, Via, Source, At, Summary, Timeline.TotalMs };
}

/// <param name="Outcome"><c>success</c>, <c>rejected</c>, <c>failure</c>, or <c>no-answer</c> where the function failed.</param>
/// <param name="StatusCode">The output of this name; null: there is none.</param>
internal sealed record CallSummary(string Outcome, double? StatusCode, string ErrorCode, string ErrorMessage);

internal sealed record ShownExchange
{
    public required string Api { get; init; }

    public required int Attempt { get; init; }

    public string? Target { get; init; }

    /// <summary>From the start of the timeline.</summary>
    public required double StartMs { get; init; }

    public required double Ms { get; init; }

    public required ExchangeRequest Request { get; init; }

    public required ExchangeReply? Reply { get; init; }

    /// <summary>How it ended, such as <see cref="Exchange.Complete"/>.</summary>
    public required string End { get; init; }
}
