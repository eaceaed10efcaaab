using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Connections;

namespace GenesysLambdas.Local.Access;

/// <summary>
/// Admits only connections of this program's user and root. Otherwise any account on the machine could read secrets, events and answers through the
/// port.
/// </summary>
/// <param name="refused">Called once per refused user; null if the user is unknown.</param>
internal sealed class SameUser(SocketTable sockets, uint user, TimeProvider time, Action<uint?> refused)
{
    private const uint Root = 0;

    // The kernel writes the table in pieces, so a row can be missing for a moment.
    private static readonly TimeSpan[] Pauses = [.. new[] { 1, 2, 5, 10, 20, 40 }.Select(milliseconds => TimeSpan.FromMilliseconds(milliseconds))];

    private readonly ConcurrentDictionary<uint, bool> _refused = new();

    /// <param name="listening">This program's listening socket, which shows its user.</param>
    /// <returns>Null if the system does not show which user owns a connection.</returns>
    public static SameUser? At(IPEndPoint listening, SocketTable? sockets, Action<uint?> refused) =>
        sockets?.UserOf(listening, new IPEndPoint(IPAddress.Any, 0)) is { } user ? new(sockets, user, TimeProvider.System, refused) : null;

    public void StandBefore(IConnectionBuilder port) => port.Use(next => connection => AdmitAsync(connection, next));

    /// <summary>Passes on the connection, or closes it before reading anything.</summary>
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
