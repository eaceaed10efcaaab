using System.Net;
using System.Text.Json;
using GenesysLambdas.Answers;
using GenesysLambdas.ExternalApis;
using GenesysLambdas.Lookups;

namespace GenesysLambdas.DataActions;

/// <summary>What became of running a data action, as outputs.</summary>
internal static class DataActionAnswer
{
    // A reply to Genesys Cloud over 2 MB fails, and JSON within JSON can grow sixfold.
    private const int MaxDataBytes = 300 * 1024;
    private const int MaxDetailsBytes = 4 * 1024;

    /// <summary>The outputs of a reply.</summary>
    /// <exception cref="LookupException">The data action did not run, or its answer cannot be passed on.</exception>
    public static InvokeDataActionOutputs Of(ApiReply reply)
    {
        var isJson = reply.TryReadJson(out var json);
        var mayBeEmpty = reply.Status is HttpStatusCode.Accepted or HttpStatusCode.NoContent;
        return !reply.IsSuccess ? throw Refused(reply, ApiCall.ErrorStatus(reply.Status).Failure)
            : isJson && reply.Body.Length > MaxDataBytes ? throw Refused(reply, Unusable("The data action ran, but its answer is too large to be passed on", FailureDetail.TooLarge))
            : !isJson && !(mayBeEmpty && reply.Body.IsEmpty) ? throw Refused(reply, Unusable("The data action may have run, but Genesys Cloud's answer is not JSON", FailureDetail.NotJson))
            : new()
            {
                Status = "success",
                Data = isJson ? json.GetRawText() : "",
                InvocationId = isJson ? InvocationId(json) : "",
                RequestId = RequestId(reply),
            };
    }

    /// <summary>The outputs where no reply was to be had.</summary>
    public static InvokeDataActionOutputs Failed(Failure failure) => failure switch
    {
        { Code: ErrorCode.ValidationError } => Error("VALIDATION_FAILED", failure.Message) with { Details = PayloadReport.OfInput(failure.Message) },
        { ExternalStatus: { } status } => OfStatus(status),
        { Reason: FailureReason.Unreachable } or { Code: ErrorCode.CircuitOpen } => Error("NETWORK_ERROR", "Failed to connect to Genesys Cloud API"),
        { Code: ErrorCode.ExternalApiError or ErrorCode.ExternalApiTimeout } => Error(failure.MayHaveRun ? "GENESYS_TIMEOUT" : "NETWORK_ERROR", failure.Message),
        _ => Error("", failure.Message),
    };

    /// <summary>A failure in words that say whether the data action may have run.</summary>
    public static string Explain(Failure failure) => failure switch
    {
        { Outputs: not null } => failure.Message,
        { MayHaveRun: true, Reason: FailureReason.BrokenOff } => "The connection to Genesys Cloud broke, and the data action may have run",
        { MayHaveRun: true, Reason: FailureReason.UnusableReply } => "Genesys Cloud's reply could not be read, and the data action may have run",
        { MayHaveRun: true, Code: ErrorCode.ExternalApiTimeout } => "Genesys Cloud did not answer in time, and the data action may have run",
        { Code: ErrorCode.ExternalApiTimeout } => "No answer came in time, and the data action was not run",
        _ => failure.Message,
    };

    /// <summary>What to throw where Genesys Cloud refused to tell the data action's contract.</summary>
    public static LookupException ContractRefused(ApiReply reply) =>
        Refused(reply, ApiCall.ErrorStatus(reply.Status).Failure, "Client lacks permission to read the data action's contract (integrations:action:view)");

    private static LookupException Refused(
        ApiReply reply, Failure failure, string denied = "Client lacks permission to execute the data action, or the data action is disabled")
    {
        var outputs = reply.Status == HttpStatusCode.Forbidden ? Error("PERMISSION_DENIED", denied) : OfStatus((int)reply.Status);
        return new(failure with
        {
            Message = reply.IsSuccess ? failure.Message : outputs.Message,
            Outputs = outputs with
            {
                Details = reply.Body.Length <= MaxDetailsBytes && reply.TryReadJson(out var json) ? json.GetRawText() : "",
                RequestId = RequestId(reply),
            },
        });
    }

    private static InvokeDataActionOutputs OfStatus(int status) => status == (int)HttpStatusCode.TooManyRequests
        ? Error("MAX_RETRIES_EXCEEDED", "Request failed after maximum retries")
        : Error($"GENESYS_API_{status}", $"Genesys Cloud API returned {status}");

    private static InvokeDataActionOutputs Error(string code, string message) => new() { Status = "error", Code = code, Message = message };

    private static Failure Unusable(string message, string detail) => ApiCall.UnusableReply(message, detail).Failure;

    // The reply is the data action's own and may hold anything: it ran all the same.
    private static string InvocationId(JsonElement json)
    {
        try
        {
            return json.ValueKind == JsonValueKind.Object && json.TryGetProperty("invocationId"u8, out var id)
                && id.ValueKind is JsonValueKind.String or JsonValueKind.Number
                ? id.ToString()
                : "";
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair is well-formed JSON, but no text.
            return "";
        }
    }

    private static string RequestId(ApiReply reply) =>
        reply.Header("ININ-Correlation-Id") is { Length: > 0 } id ? id : reply.Header("request-id");
}
