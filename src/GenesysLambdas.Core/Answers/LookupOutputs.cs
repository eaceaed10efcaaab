using System.Text.Json;
using GenesysLambdas.Contracts;
using GenesysLambdas.Telemetry;

namespace GenesysLambdas.Answers;

/// <summary>The outputs of a lookup: its own, and the common four that voice flows branch on.</summary>
public abstract record LookupOutputs
{
    /// <summary>The contract of the common four.</summary>
    public static IReadOnlyList<OutputContract> Common { get; } =
    [
        new("success", ContractType.Boolean, IsArray: false, "Whether the lookup was done; finding nothing is done as well."),
        new("statusCode", ContractType.Integer, IsArray: false, "200 on success, else the kind of the failure as an HTTP status."),
        new("errorCode", ContractType.String, IsArray: false, "The failure's name, such as ExternalApiTimeout; empty on success."),
        new("errorMessage", ContractType.String, IsArray: false, "What went wrong, in one sentence; empty on success."),
    ];

    internal bool Success { get; init; }

    internal int StatusCode { get; init; }

    internal InvocationResult Result => new(Success ? Outcome.Success : StatusCode < 500 ? Outcome.Rejected : Outcome.Failure, StatusCode, ErrorCode);

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
        outputs.Boolean("success"u8, Success);
        outputs.Integer("statusCode"u8, StatusCode);
        outputs.Text("errorCode"u8, ErrorCode, OutputContract.DefaultMaxLength);
        outputs.Text("errorMessage"u8, ErrorMessage, OutputContract.DefaultMaxLength);
    }

    /// <summary>Passes each of the lookup's own outputs to a visitor. The generator implements it.</summary>
    /// <param name="outputs">The visitor.</param>
    protected abstract void ShowOwn(OutputVisitor outputs);
}
