using System.Text;

namespace GenesysLambdas.Cli.Emulator;

/// <summary>An event that an invoker waits for and a process will answer.</summary>
internal sealed class QueuedInvocation(ReadOnlyMemory<byte> payload, string? clientContext = null)
{
    private readonly TaskCompletionSource<InvocationResult> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StringBuilder _log = new();

    public string RequestId { get; } = Guid.NewGuid().ToString();

    public ReadOnlyMemory<byte> Payload { get; } = payload;

    /// <summary>JSON text, which the invoker sent in base64; null: none.</summary>
    public string? ClientContext { get; } = clientContext;

    public string TraceId { get; } = NewTraceId();

    public Task<InvocationResult> Result => _result.Task;

    public void Log(string line)
    {
        lock (_log)
        {
            _log.Append(line).Append('\n');
        }
    }

    public string ReadLog()
    {
        lock (_log)
        {
            return _log.ToString();
        }
    }

    public void Answer(InvocationResult result) => _result.TrySetResult(result);

    public void Fail(Exception exception) => _result.TrySetException(exception);

    private static string NewTraceId()
    {
        var random = Guid.NewGuid().ToString("N");
        return $"Root=1-{DateTimeOffset.UtcNow.ToUnixTimeSeconds():x8}-{random[..24]};Parent={Guid.NewGuid().ToString("N")[..16]};Sampled=0";
    }
}
