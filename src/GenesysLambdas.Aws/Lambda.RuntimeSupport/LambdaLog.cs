using System.Buffers;
using System.Text;
using System.Text.Json;
using Amazon.Lambda.Core;
using GenesysLambdas.Core.Telemetry;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Writes an invocation's log to standard output, as text or JSON records like Lambda's own, as the function is configured.</summary>
internal sealed class LambdaLog(string requestId, FunctionEnvironment environment, TimeProvider time, LogOutput output) : ILambdaLogger
{
    private static readonly string[] Levels = ["TRACE", "DEBUG", "INFORMATION", "WARNING", "ERROR", "CRITICAL"];

    // Lambda's settings say INFO, WARN and FATAL where .NET says Information, Warning and Critical.
    private readonly int _leastSerious = Math.Max(0, Array.FindIndex(
        Levels,
        level => environment.LogLevel?.ToUpperInvariant() switch
        {
            null or "" or "INFO" => level == "INFORMATION",
            "WARN" => level == "WARNING",
            "FATAL" => level == "CRITICAL",
            var name => level == name,
        }));

    public void Log(string message) => Write(Encoding.UTF8.GetBytes(message));

    public void LogLine(string message) => Write(Encoding.UTF8.GetBytes(message + '\n'));

    public void Log(string level, string message)
    {
        // An unknown level is logged: better too much than lost.
        if (Array.IndexOf(Levels, level.ToUpperInvariant()) is var known && known >= 0 && known < _leastSerious)
        {
            return;
        }

        if (environment.LogsJson)
        {
            Write(JsonRecord(level, message));
        }
        else
        {
            LogLine($"{time.GetUtcNow():yyyy-MM-ddTHH:mm:ss.fffZ}\t{requestId}\t{level}\t{message}");
        }
    }

    private ReadOnlyMemory<byte> JsonRecord(string level, string message)
    {
        var json = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(json);
        writer.WriteStartObject();
        writer.WriteString("timestamp", $"{time.GetUtcNow():yyyy-MM-ddTHH:mm:ss.fffZ}");
        writer.WriteString("level", level);
        writer.WriteString("requestId", requestId);
        writer.WriteString("message", message);
        writer.WriteEndObject();
        writer.Flush();
        json.Write("\n"u8);
        return json.WrittenMemory;
    }

    // One write per record, so that several invocations do not mix; and without Console.Out, which is slow to start.
    private void Write(ReadOnlyMemory<byte> record) => output.WriteAsync(record).GetAwaiter().GetResult();
}
