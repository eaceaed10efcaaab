using System.Buffers;
using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>A function's failure as the runtime API takes it.</summary>
internal sealed record FunctionError(string Type, string Message, string? StackTrace = null, FunctionError? Cause = null)
{
    // Lambda passes on some 256 KB of an error; a longer message or trace helps nobody.
    private const int MaxChars = 16 * 1024;
    private const int MaxCauses = 5;

    public static FunctionError Create(Exception exception, int causes = MaxCauses) => new(
        exception.GetType().Name,
        exception.Message,
        exception.StackTrace,
        exception.InnerException is { } inner && causes > 0 ? Create(inner, causes - 1) : null);

    public ReadOnlyMemory<byte> ToJson()
    {
        var json = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(json);
        Write(writer);
        writer.Flush();
        return json.WrittenMemory;
    }

    private void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("errorType", Type);
        writer.WriteString("errorMessage", Start(Message));
        writer.WriteStartArray("stackTrace");
        foreach (var line in Start(StackTrace ?? "").EnumerateLines())
        {
            if (!line.IsWhiteSpace())
            {
                writer.WriteStringValue(line.Trim());
            }
        }

        writer.WriteEndArray();
        if (Cause is not null)
        {
            writer.WritePropertyName("cause");
            Cause.Write(writer);
        }

        writer.WriteEndObject();
    }

    // JSON cannot hold half a surrogate pair, at the cut or before it: the writer puts U+FFFD there.
    private static ReadOnlySpan<char> Start(string text) => text.AsSpan(0, Math.Min(text.Length, MaxChars));
}
