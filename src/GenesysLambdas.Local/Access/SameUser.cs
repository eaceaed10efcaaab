using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Connections;

namespace GenesysLambdas.Local.Access;

/// <summary>
/// Admits connections from this program's user, and from root, who can do anything anyway. Any account on the machine can reach a
/// loopback port, which would give it secrets, events and answers.
/// </summary>
/// <param name="refused">Called once for each other user; null: the system does not name the user.</param>
internal sealed class SameUser(SocketTable sockets, uint user, TimeProvider time, Action<uint?> refused)
{
    private const uint Root = 0;

    // The kernel writes the table in pieces, so a row that moves meanwhile can be missing: look again.
    private static readonly TimeSpan[] Pauses = [.. new[] { 1, 2, 5, 10, 20, 40 }.Select(milliseconds => TimeSpan.FromMilliseconds(milliseconds))];

    private readonly ConcurrentDictionary<uint, bool> _refused = new();

    /// <param name="listening">The address of this program's own socket, from which its user is found.</param>
    /// <returns>Null if the system does not tell which user owns a connection.</returns>
    public static SameUser? At(IPEndPoint listening, SocketTable? sockets, Action<uint?> refused) =>
        sockets?.UserOf(listening, new IPEndPoint(IPAddress.Any, 0)) is { } user ? new(sockets, user, TimeProvider.System, refused) : null;

    public void StandBefore(IConnectionBuilder port) => port.Use(next => connection => AdmitAsync(connection, next));

    /// <summary>Passes a connection on, or closes it before anything is read from it.</summary>
    public async Task AdmitAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        var caller = await CallerAsync(connection);
        if (caller == user || caller == Root)
        {
            await next(connection);
            return;
        }

        if (_refused.TryAdd(caller ?? uint.MaxValue, true))
        {
            refused(caller);
        }

        connection.Abort(new ConnectionAbortedException("The connection belongs to another user."));
    }

    private async Task<uint?> CallerAsync(ConnectionContext connection)
    {
        if (connection is not { RemoteEndPoint: IPEndPoint caller, LocalEndPoint: IPEndPoint own })
        {
            return null;
        }

        var found = sockets.UserOf(caller, own);
        for (var i = 0; i < Pauses.Length && found is null && !connection.ConnectionClosed.IsCancellationRequested; i++)
        {
            await Task.Delay(Pauses[i], time, CancellationToken.None);
            found = sockets.UserOf(caller, own);
        }

        return found;
    }
}
