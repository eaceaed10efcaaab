using Microsoft.AspNetCore.Http;

namespace GenesysLambdas.Publishing.Tests.Platform;

/// <summary>What a test armed for the next request of a kind, each used once, in the order in which it was armed.</summary>
internal sealed class Armed
{
    private readonly Lock _lock = new();
    private readonly List<Entry> _entries = [];

    /// <summary>What no request has used yet.</summary>
    public IReadOnlyList<string> Unused
    {
        get
        {
            lock (_lock)
            {
                return [.. _entries.Select(entry => $"{entry.Method} {entry.PathEnds}: {entry.Fault?.ToString() ?? "before"}")];
            }
        }
    }

    public void Add(string method, string pathEnds, Fault fault) => Add(new Entry(method, pathEnds, fault, Before: null));

    public void Add(string method, string pathEnds, Action before) => Add(new Entry(method, pathEnds, Fault: null, before));

    public Action? TakeBefore(HttpRequest request) => Take(request, entry => entry.Before is not null)?.Before;

    public Fault? TakeFault(HttpRequest request) => Take(request, entry => entry.Fault is not null)?.Fault;

    private void Add(Entry entry)
    {
        lock (_lock)
        {
            _entries.Add(entry);
        }
    }

    private Entry? Take(HttpRequest request, Func<Entry, bool> isMeant)
    {
        lock (_lock)
        {
            var entry = _entries.Find(entry =>
                isMeant(entry) && entry.Method == request.Method && request.Path.Value!.EndsWith(entry.PathEnds, StringComparison.Ordinal));
            if (entry is not null)
            {
                _entries.Remove(entry);
            }

            return entry;
        }
    }

    private sealed record Entry(string Method, string PathEnds, Fault? Fault, Action? Before);
}
