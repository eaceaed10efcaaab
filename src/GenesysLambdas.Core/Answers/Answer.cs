using System.Text.Json;
using GenesysLambdas.Requests;

namespace GenesysLambdas.Answers;

/// <summary>The outputs in the dialect that the request came in.</summary>
/// <param name="dialect">The request's dialect.</param>
/// <param name="outputs">The outputs.</param>
public sealed class Answer(Dialect dialect, LookupOutputs outputs)
{
    /// <summary>The outputs.</summary>
    public LookupOutputs Outputs { get; } = outputs;

    /// <summary>Writes the answer as one JSON object.</summary>
    /// <param name="writer">Where to write.</param>
    public void Write(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (dialect == Dialect.Flat)
        {
            Outputs.Write(writer);
            return;
        }

        writer.WriteStartObject();
        if (dialect == Dialect.Data)
        {
            writer.WriteNumber("status"u8, Outputs.StatusCode);
        }

        writer.WritePropertyName("result"u8);
        Outputs.Write(writer);
        if (dialect == Dialect.Inputs && Outputs.ErrorCode.Length > 0)
        {
            writer.WriteString("error"u8, Outputs.ErrorCode);
        }

        writer.WriteEndObject();
    }
}
