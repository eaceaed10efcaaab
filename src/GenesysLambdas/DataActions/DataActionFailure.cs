using System.Net;

namespace GenesysLambdas.DataActions;

/// <summary>A failure to run a data action, with its outputs.</summary>
internal sealed record DataActionFailure : Failure
{
    private const int MaxDetailsBytes = 4 * 1024;

    private DataActionFailure(Failure failure, string outputCode, string outputMessage)
        : base(failure) => (OutputCode, OutputMessage) = (outputCode, outputMessage);

    public string OutputCode { get; }

    public string OutputMessage { get; }

    public string Details { get; private init; } = "";

    public string RequestId { get; private init; } = "";

    public static DataActionFailure Create(IReadOnlyList<Violation> violations)
    {
        var failure = new Failure(ErrorCode.ValidationError, PayloadReport.Sentence(violations)) { Reason = FailureReason.InputInvalid, Subject = "payload" };
        return new(failure, "VALIDATION_FAILED", PayloadReport.Summary) { Details = PayloadReport.Details(violations) };
    }

    /// <summary>The failure for a reply that cannot be passed on.</summary>
    public static DataActionFailure Create(
        ApiReply reply, Failure failure, string denied = "Client lacks permission to execute the data action, or the data action is disabled")
    {
        var (code, message) = reply.Status == HttpStatusCode.Forbidden ? ("PERMISSION_DENIED", denied) : OutputsOf((int)reply.Status);
        return new(reply.IsSuccess ? failure : failure with { Message = message }, code, message)
        {
            Details = reply.Body.Length <= MaxDetailsBytes && reply.TryReadJson(out var json) ? json.GetRawText() : "",
            RequestId = DataActionAnswer.RequestIdOf(reply),
        };
    }

    public static DataActionFailure Create(Failure failure)
    {
        var (code, message) = failure switch
        {
            { Code: ErrorCode.ValidationError } => ("VALIDATION_FAILED", failure.Message),
            { ExternalStatus: { } status } => OutputsOf(status),
            { Reason: FailureReason.Unreachable } or { Code: ErrorCode.CircuitOpen } => ("NETWORK_ERROR", "Failed to connect to Genesys Cloud API"),
            { Code: ErrorCode.ExternalApiError or ErrorCode.ExternalApiTimeout } => (failure.MayHaveRun ? "GENESYS_TIMEOUT" : "NETWORK_ERROR", failure.Message),
            _ => ("", failure.Message),
        };
        return failure as DataActionFailure ?? new(failure, code, message)
        {
            Details = failure.Code == ErrorCode.ValidationError ? PayloadReport.Details([new(JsonPlace.Root, ViolationType.Input, failure.Message)]) : "",
        };
    }

    /// <summary>A message that says whether the data action may have run.</summary>
    public static string Explain(Failure failure) => failure switch
    {
        DataActionFailure => failure.Message,
        { MayHaveRun: true, Reason: FailureReason.BrokenOff } => "The connection to Genesys Cloud was lost, and the data action may have run",
        { MayHaveRun: true, Reason: FailureReason.UnusableReply } => "Genesys Cloud's reply could not be read, and the data action may have run",
        { MayHaveRun: true, Code: ErrorCode.ExternalApiTimeout } => "Genesys Cloud did not reply in time, and the data action may have run",
        { Code: ErrorCode.ExternalApiTimeout } => "There was no reply in time, and the data action was not run",
        _ => failure.Message,
    };

    private static (string Code, string Message) OutputsOf(int status) => status == (int)HttpStatusCode.TooManyRequests
        ? ("MAX_RETRIES_EXCEEDED", "Request failed after maximum retries")
        : ($"GENESYS_API_{status}", $"Genesys Cloud API returned {status}");
}
