using System.Buffers;
using System.Text.Json;
using GenesysLambdas.Requests;

namespace GenesysLambdas.Answers;

/// <summary>The outputs in the dialect that the request came in.</summary>
/// <param name="dialect">The request's dialect.</param>
/// <param name="outputs">The outputs.</param>
/// <param name="httpStatus">The status of the HTTP answer that it is the body of; null: it is an answer on its own.</param>
internal sealed class LookupAnswer(Dialect dialect, LookupOutputs outputs, int? httpStatus) : Answer
{
    public override void Write(Utf8JsonWriter writer)
    {
        if (httpStatus is { } status)
        {
            WriteHttp(writer, status);
        }
        else
        {
            WriteOutputs(writer);
        }
    }

    // Without a body, API Gateway would take a flat answer's statusCode for the HTTP status, and drop the rest.
    private void WriteHttp(Utf8JsonWriter writer, int status)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var bodyWriter = new Utf8JsonWriter(body, writer.Options))
        {
            WriteOutputs(bodyWriter);
        }

        writer.WriteStartObject();
        writer.WriteNumber("statusCode"u8, status);
        writer.WriteStartObject("headers"u8);
        writer.WriteString("content-type"u8, "application/json"u8);
        writer.WriteEndObject();
        writer.WriteString("body"u8, body.WrittenSpan);
        writer.WriteBoolean("isBase64Encoded"u8, false);
        writer.WriteEndObject();
    }

    private void WriteOutputs(Utf8JsonWriter writer)
    {
        if (dialect == Dialect.Flat)
        {
            outputs.Write(writer);
            return;
        }

        writer.WriteStartObject();
        if (dialect == Dialect.Data)
        {
            writer.WriteNumber("status"u8, outputs.StatusCode);
        }

        writer.WritePropertyName("result"u8);
        outputs.Write(writer);
        if (dialect == Dialect.Inputs && outputs.ErrorCode.Length > 0)
        {
            writer.WriteString("error"u8, outputs.ErrorCode);
        }

        writer.WriteEndObject();
    }
}
