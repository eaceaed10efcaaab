using System.Diagnostics;
using System.Text;
using GenesysLambdas.Core.Requests;
using GenesysLambdas.Local.Emulator;
using GenesysLambdas.Local.Page.Masking;
using GenesysLambdas.Local.SecretsManager;
using GenesysLambdas.Tooling.Actions;

namespace GenesysLambdas.Local.Page.Calls;

/// <summary>Creates what the page shows of a call that has ended.</summary>
/// <param name="tokenHeader">The header with the HTTP API's token.</param>
internal sealed class CallReport(SecretStore secrets, string tokenHeader)
{
    private readonly SecretMasks _masks = new(secrets);

    /// <param name="result">Null if the function could not be started.</param>
    /// <param name="problem">Why it could not be started.</param>
    public async Task<Call> WriteAsync(CallInProgress call, InvocationResult? result, string? problem)
    {
        var (lookup, invocation) = (call.Lookup, call.Invocation);
        var mask = _masks.Current;
        var shape = EventShape.Read(invocation.Payload);
        var http = invocation.IsOverHttp && result is not null ? await HttpView.OfAsync(result, mask) : null;
        var outputs = Outputs(shape, result);
        var log = CallLog.Read(call, mask);
        var exchanges = Exchanges(call, result);
        return new Call
        {
            Id = invocation.RequestId,
            Lookup = lookup.Name,
            Function = lookup.Function,
            Via = invocation.IsOverHttp ? "http" : "lambda",
            Source = call.Source,
            At = call.At,
            Event = MaskedJson.Of(mask, invocation.Payload, name => shape.IsHttp && IsSecretInHttp(name)),
            Inputs = shape.Inputs is { } inputs ? MaskedJson.Of(mask, Encoding.UTF8.GetBytes(inputs.GetRawText()), _ => false) : null,
            Dialect = shape.Name,
            Answer = mask.Apply(result is null ? problem ?? "" : Encoding.UTF8.GetString(result.Payload.Span)),
            FunctionError = result is null ? InvocationResult.Unhandled : result.FunctionError,
            Http = http,
            Summary = Summary(result, problem, outputs, log, mask),
            ActionError = result is { FunctionError: null } ? ActionError(outputs, http) : "The function failed, so the data action fails.",
            Outputs = result is { FunctionError: null } ? BoundOutput.Compare(lookup, outputs, mask) : [],
            Timeline = invocation.Taken is { } taken && result is not null
                ? Timeline.Of(taken, result.Duration, exchanges, lookup.Api.Name, new(log.Number("secretMs"), log.Number("ExternalApiDuration")))
                : Timeline.Empty,
            Exchanges = exchanges,
            Log = log.Lines,
            Metrics = log.Metrics,
        };
    }

    private bool IsSecretInHttp(string name) =>
        SecretNames.IsHeader(name) || name.Equals(tokenHeader, StringComparison.OrdinalIgnoreCase) || name is "cookies";

    private static JsonElement? Outputs(EventShape shape, InvocationResult? result)
    {
        if (result is not { FunctionError: null } || UntrustedJson.Parse(result.Payload) is not { } answer)
        {
            return null;
        }

        var reply = shape.IsHttp && UntrustedJson.Text(answer, "body") is { } body ? UntrustedJson.Parse(Encoding.UTF8.GetBytes(body)) : answer;
        return reply is null ? null : ActionOutputs.Read(shape.Dialect == Dialect.Flat ? ActionTemplates.Default : ActionTemplates.Canonical, reply.Value);
    }

    private static string? ActionError(JsonElement? outputs, HttpView? http) =>
        http is { IsSuccess: false } ? $"The HTTP API answered {http.Status}, so the data action fails."
        : outputs is null ? "The data action fails: its templates find no outputs in the answer."
        : null;

    private static CallSummary Summary(InvocationResult? result, string? problem, JsonElement? outputs, CallLog log, SecretMask mask)
    {
        if (result is not { FunctionError: null })
        {
            var error = result is null ? null : UntrustedJson.Parse(result.Payload);
            var (type, text) = (UntrustedJson.Text(error, "errorType") ?? "", problem ?? UntrustedJson.Text(error, "errorMessage") ?? "");
            return new("no-answer", null, mask.Apply(type), mask.Apply(text));
        }

        var (code, message) = (mask.Apply(UntrustedJson.Text(outputs, "errorCode") ?? ""), mask.Apply(UntrustedJson.Text(outputs, "errorMessage") ?? ""));
        var status = UntrustedJson.Number(outputs, "statusCode");
        var outcome = log.Text("outcome") ?? (new AnswerOutputs(outputs).IsSuccess ? "success"
            : status is StatusCodes.Status400BadRequest or StatusCodes.Status404NotFound ? "rejected" : "failure");
        return new(outcome, status, code, message);
    }

    private static IReadOnlyList<ShownExchange> Exchanges(CallInProgress call, InvocationResult? result)
    {
        if (call.Invocation.Taken is not { } taken)
        {
            return [];
        }

        // The function gave up on an exchange that has not ended.
        var answered = taken.Started + (long)((result?.Duration ?? TimeSpan.Zero).TotalSeconds * Stopwatch.Frequency);
        return
        [
            .. from exchange in call.Exchanges
               let ending = exchange.Ending ?? new ExchangeEnd(Exchange.NoReply, Reply: null, Math.Max(answered, exchange.Started))
               select new ShownExchange
               {
                   Api = exchange.Api,
                   Attempt = exchange.Attempt,
                   Target = exchange.Target,
                   StartMs = Timeline.Round(Timeline.Offset(taken, exchange.Started)),
                   Ms = Timeline.Round(Stopwatch.GetElapsedTime(exchange.Started, ending.Timestamp).TotalMilliseconds),
                   Request = exchange.Request,
                   Reply = ending.Reply,
                   End = ending.How,
               },
        ];
    }
}
