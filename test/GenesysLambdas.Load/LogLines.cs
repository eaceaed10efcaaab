using System.Text.Json;

namespace GenesysLambdas.Load;

/// <summary>What the function writes: one line for each invocation, and nothing else.</summary>
internal sealed class LogLines
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _requestIds = new(StringComparer.Ordinal);
    private readonly List<string> _others = [];
    private int _repeated;

    /// <summary>Invocations that have a line.</summary>
    public int Invocations
    {
        get
        {
            lock (_lock)
            {
                return _requestIds.Count;
            }
        }
    }

    /// <summary>Lines for an invocation that already had one.</summary>
    public int Repeated
    {
        get
        {
            lock (_lock)
            {
                return _repeated;
            }
        }
    }

    /// <summary>Lines of no invocation. A process says here, too, that the runtime API refused an answer given twice.</summary>
    public IReadOnlyList<string> Others
    {
        get
        {
            lock (_lock)
            {
                return [.. _others];
            }
        }
    }

    public void Add(string line)
    {
        var requestId = RequestIdOf(line);
        lock (_lock)
        {
            if (requestId is null)
            {
                _others.Add(line);
            }
            else if (!_requestIds.Add(requestId))
            {
                _repeated++;
            }
        }
    }

    private static string? RequestIdOf(string line)
    {
        try
        {
            using var record = JsonDocument.Parse(line);
            return record.RootElement.GetProperty("requestId").GetString();
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
