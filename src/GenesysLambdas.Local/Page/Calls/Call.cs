namespace GenesysLambdas.Local.Page.Calls;

/// <summary>A call as the page shows it, without secrets. Serialized to the page's JSON.</summary>
internal sealed record Call
{
    public const string Page = "page";
    public const string Invoke = "invoke";

    /// <summary>Lambda's request id.</summary>
    public required string Id { get; init; }

    /// <summary>Counts calls in the order in which they ended, from 1.</summary>
    public long Number { get; init; }

    public required string Lookup { get; init; }
    public required string Function { get; init; }

    /// <summary><c>lambda</c> or <c>http</c>.</summary>
    public required string Via { get; init; }

    /// <summary><c>page</c>, or <c>invoke</c> for any other program.</summary>
    public required string Source { get; init; }

    public required DateTime At { get; init; }
    public required JsonElement Event { get; init; }

    /// <summary>Null if the inputs cannot be read.</summary>
    public required JsonElement? Inputs { get; init; }

    /// <summary><c>inputs</c>, <c>data</c>, <c>flat</c> or <c>http</c>.</summary>
    public required string Dialect { get; init; }

    public required string Answer { get; init; }

    /// <summary>Null if the function answered.</summary>
    public required string? FunctionError { get; init; }

    /// <summary>The HTTP response; null if the call was not over HTTP.</summary>
    public required HttpView? Http { get; init; }

    public required CallSummary Summary { get; init; }

    /// <summary>Why the data action fails; null if it does not.</summary>
    public required string? ActionError { get; init; }

    /// <summary>The outputs after the data action's templates: the contract's first, then others.</summary>
    public required IReadOnlyList<BoundOutput> Outputs { get; init; }

    public required Timeline Timeline { get; init; }
    public required IReadOnlyList<ShownExchange> Exchanges { get; init; }
    public required IReadOnlyList<LogEntry> Log { get; init; }
    public required IReadOnlyList<Metric> Metrics { get; init; }

    /// <summary>The call's entry in the list.</summary>
    public object ToListed() => new { Id, Number, Lookup, Via, Source, At, Summary, Timeline.TotalMs };
}

/// <param name="Outcome"><c>success</c>, <c>rejected</c>, <c>failure</c>, or <c>no-answer</c> if the function failed.</param>
/// <param name="StatusCode">Null if the answer has no such output.</param>
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
