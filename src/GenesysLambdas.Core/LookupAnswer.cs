using System.Buffers;
using System.Text.Encodings.Web;
using GenesysLambdas.Core.Requests;

namespace GenesysLambdas;

/// <summary>The outputs in the request's dialect.</summary>
/// <param name="head">The status and headers of the HTTP answer; null if the answer is not sent over HTTP.</param>
internal sealed class LookupAnswer(Dialect dialect, LookupOutputs outputs, HttpHead? head) : Answer
{
    // The same encoder that AWS's serializer and ours use.
    private static readonly JsonWriterOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private OutputCaps _caps = new(InHttp: head is not null);

    /// <returns>The names of the outputs that were cut; null if the answer cannot be made to fit.</returns>
    public IReadOnlyList<string>? Fit()
    {
        if (FittedOutputs.Of(outputs, _caps, Measure) is not { } fitted)
        {
            return null;
        }

        _caps = fitted.Caps;
        return fitted.CutNames;
    }

    public override void Write(Utf8JsonWriter writer)
    {
        if (head is not null)
        {
            WriteHttp(writer, head);
        }
        else
        {
            WriteOutputs(writer);
        }
    }

    // Without a body, API Gateway would use a flat answer's statusCode as the HTTP status, and drop the rest.
    private void WriteHttp(Utf8JsonWriter writer, HttpHead http)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var bodyWriter = new Utf8JsonWriter(body, writer.Options))
        {
            WriteOutputs(bodyWriter);
        }

        writer.WriteStartObject();
        http.Write(writer);
        writer.WriteString("body"u8, body.WrittenSpan);
        writer.WriteBoolean("isBase64Encoded"u8, false);
        writer.WriteEndObject();
    }

    private long Measure(OutputCaps caps)
    {
        _caps = caps;
        var written = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(written, Unescaped))
        {
            Write(writer);
        }

        return written.WrittenCount;
    }

    private void WriteOutputs(Utf8JsonWriter writer)
    {
        if (dialect == Dialect.Flat)
        {
            outputs.Write(writer, _caps);
            return;
        }

        writer.WriteStartObject();
        if (dialect == Dialect.Data)
        {
            writer.WriteNumber("status"u8, outputs.StatusCode);
        }

        writer.WritePropertyName("result"u8);
        outputs.Write(writer, _caps);
        if (dialect == Dialect.Inputs && outputs.ErrorCode.Length > 0)
        {
            writer.WriteString("error"u8, outputs.ErrorCode);
        }

        writer.WriteEndObject();
    }
}
