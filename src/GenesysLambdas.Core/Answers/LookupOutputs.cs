using System.Text;

namespace GenesysLambdas.Core.Answers;

/// <summary>The outputs of a lookup: its own, and the common four that voice flows branch on.</summary>
public abstract record LookupOutputs
{
    /// <summary>The contract of the four common outputs.</summary>
    public static IReadOnlyList<OutputContract> Common { get; } =
    [
        new(Name(SuccessName), ContractType.Boolean, IsArray: false, "True unless the lookup failed."),
        new(Name(StatusCodeName), ContractType.Integer, IsArray: false, "200 on success; otherwise an HTTP-like status for the failure."),
        new(Name(ErrorCodeName), ContractType.String, IsArray: false, "The kind of failure, such as ExternalApiTimeout; empty on success."),
        new(Name(ErrorMessageName), ContractType.String, IsArray: false, "What went wrong, in one sentence; empty on success."),
    ];

    internal bool Success { get; init; }

    internal int StatusCode { get; init; }

    internal AnswerStatus AnswerStatus => new(Success ? Outcome.Success : StatusCode < 500 ? Outcome.Rejected : Outcome.Failed, StatusCode, ErrorCode);

    private static ReadOnlySpan<byte> SuccessName => "success"u8;

    private static ReadOnlySpan<byte> StatusCodeName => "statusCode"u8;

    private static ReadOnlySpan<byte> ErrorCodeName => "errorCode"u8;

    private static ReadOnlySpan<byte> ErrorMessageName => "errorMessage"u8;

    internal string ErrorCode { get; init; } = "";

    internal string ErrorMessage { get; init; } = "";

    internal LookupOutputs Succeeded() => this with { Success = true, StatusCode = 200 };

    internal LookupOutputs FailedWith(Failure failure)
    {
        var (status, name) = failure.Code.ToOutputs();
        return this with { Success = false, StatusCode = status, ErrorCode = name, ErrorMessage = failure.Message };
    }

    internal void Write(Utf8JsonWriter writer, OutputCaps caps)
    {
        writer.WriteStartObject();
        Show(new OutputWriter(writer, caps));
        writer.WriteEndObject();
    }

    internal void Show(OutputVisitor outputs)
    {
        ShowOwn(outputs);
        outputs.Boolean(SuccessName, Success);
        outputs.Integer(StatusCodeName, StatusCode);
        outputs.Text(ErrorCodeName, ErrorCode, OutputContract.DefaultMaxLength);
        outputs.Text(ErrorMessageName, ErrorMessage, OutputContract.DefaultMaxLength);
    }

    /// <summary>Visits the lookup's own outputs. Implemented by the generator.</summary>
    protected abstract void ShowOwn(OutputVisitor outputs);

    private static string Name(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetString(utf8);
}
