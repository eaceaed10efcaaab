
namespace GenesysLambdas.Local.Page.Calls;

/// <summary>A call as the page shows it, without secrets. The members are those of the page's JSON.</summary>
/// <param name="Id">Lambda's id of the request.</param>
/// <param name="Number">Its place in the order in which calls ended, from 1.</param>
/// <param name="Via">How the function was called: <c>lambda</c> or <c>http</c>.</param>
/// <param name="Source">Who called: <c>page</c>, or <c>invoke</c> for any other program.</param>
/// <param name="At">When the event came.</param>
/// <param name="Event">The event as the function got it.</param>
/// <param name="Inputs">The inputs in it; null: they cannot be read.</param>
/// <param name="Dialect">The shape of the event: <c>inputs</c>, <c>data</c>, <c>flat</c> or <c>http</c>.</param>
/// <param name="Answer">The text of the function's answer.</param>
/// <param name="FunctionError">Lambda's word for a function that failed instead of answering; null: it answered.</param>
/// <param name="Http">What a caller over HTTP sees; null: it is no such call.</param>
/// <param name="ActionError">Why the data action fails, instead of having outputs; null: it does not.</param>
/// <param name="Outputs">The outputs after the data action's templates: those of the contract, then others.</param>
internal sealed record Call(
    string Id,
    long Number,
    string Lookup,
    string Function,
    string Via,
    string Source,
    DateTime At,
    JsonElement Event,
    JsonElement? Inputs,
    string Dialect,
    string Answer,
    string? FunctionError,
    HttpView? Http,
    CallSummary Summary,
    string? ActionError,
    IReadOnlyList<BoundOutput> Outputs,
    Timeline Timeline,
    IReadOnlyList<ShownExchange> Exchanges,
    IReadOnlyList<LogEntry> Log,
    IReadOnlyList<Metric> Metrics)
{
    public const string Page = "page";
    public const string Invoke = "invoke";

    /// <summary>What a list of calls says of it.</summary>
    public CallInList ToListed() => new(Id, Number, Lookup, Via, Source, At, Summary, Timeline.TotalMs);
}

internal sealed record CallInList(string Id, long Number, string Lookup, string Via, string Source, DateTime At, CallSummary Summary, double TotalMs);

/// <summary>How a call ended.</summary>
/// <param name="Outcome"><c>success</c>, <c>rejected</c>, <c>failure</c>, or <c>no-answer</c> where the function failed.</param>
/// <param name="StatusCode">The output of this name; null: there is none.</param>
internal sealed record CallSummary(string Outcome, double? StatusCode, string ErrorCode, string ErrorMessage);

/// <summary>An exchange with its place in the timeline.</summary>
/// <param name="StartMs">From the start of the timeline.</param>
/// <param name="End">Whether it was answered.</param>
internal sealed record ShownExchange(string Api, int Attempt, string? Target, double StartMs, double Ms, ExchangeRequest Request, ExchangeReply? Reply, string End);
