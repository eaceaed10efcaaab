using System.Net;
using GenesysLambdas.Local.Access;
using Microsoft.AspNetCore.Connections;

namespace GenesysLambdas.Local.Tests.Access;

public sealed class SameUserTests : IDisposable
{
    private readonly string _table = Path.GetTempFileName();
    private readonly ManualTime _time = new();
    private readonly List<uint?> _refused = [];

    public void Dispose() => File.Delete(_table);

    [Theory]
    [InlineData(1000, true)]
    [InlineData(0, true)]
    [InlineData(1001, false)]
    public async Task Only_the_same_user_and_root_are_admitted(int caller, bool isAdmitted)
    {
        await WriteAsync(caller);

        Assert.Equal(isAdmitted, await AdmitAsync());
        Assert.Equal(isAdmitted ? [] : [(uint)caller], _refused);
    }

    [Fact]
    public async Task A_missing_row_is_looked_up_again()
    {
        var admitting = AdmitAsync();
        Assert.False(admitting.IsCompleted);
        await WriteAsync(1000);
        await _time.PassUntilAsync(admitting);

        Assert.True(await admitting);
    }

    [Fact]
    public async Task A_connection_of_an_unknown_user_is_refused()
    {
        var admitting = AdmitAsync();
        await _time.PassUntilAsync(admitting);

        Assert.False(await admitting);
        Assert.Equal([null], _refused);
    }

    private Task WriteAsync(int user) => File.WriteAllTextAsync(
        _table, $"   0: 0100007F:9C40 0100007F:13BA 01 00000000:00000000 00:00000000 00000000 {user} 0 31337 1\n");

    private async Task<bool> AdmitAsync()
    {
        var isAdmitted = false;
        await using var connection = new Connection
        {
            RemoteEndPoint = IPEndPoint.Parse("127.0.0.1:40000"),
            LocalEndPoint = IPEndPoint.Parse("127.0.0.1:5050"),
        };
        await new SameUser(new SocketTable(unseen: null, _table), 1000, _time, _refused.Add).AdmitAsync(connection, _ =>
        {
            isAdmitted = true;
            return Task.CompletedTask;
        });
        Assert.NotEqual(isAdmitted, connection.IsAborted);
        return isAdmitted;
    }

    private sealed class Connection : DefaultConnectionContext
    {
        public bool IsAborted { get; private set; }

        public override void Abort(ConnectionAbortedException abortReason) => IsAborted = true;
    }
}
