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

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        WriteOwn(writer);
        writer.WriteBoolean("success"u8, Success);
        writer.WriteNumber("statusCode"u8, StatusCode);
        writer.WriteString("errorCode"u8, ErrorCode);
        writer.WriteString("errorMessage"u8, ErrorMessage);
        writer.WriteEndObject();
    }

    /// <summary>Writes every output of the lookup's own, never null. The generator implements it.</summary>
    /// <param name="writer">Within the outputs' object.</param>
    protected abstract void WriteOwn(Utf8JsonWriter writer);

    /// <summary>Writes a text that may be spoken to a caller or shown to an agent, without control characters other than tabs and line breaks.</summary>
    /// <param name="writer">Where a value is expected.</param>
    /// <param name="text">The text; null is written as <c>""</c>, since Architect mishandles null.</param>
    protected static void WriteText(Utf8JsonWriter writer, string? text)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var shown = text is null ? "" : text.Any(IsUnwanted) ? string.Concat(text.Where(c => !IsUnwanted(c))) : text;
        writer.WriteStringValue(shown);
    }

    private static bool IsUnwanted(char c) => char.IsControl(c) && c is not ('\t' or '\r' or '\n');
}
