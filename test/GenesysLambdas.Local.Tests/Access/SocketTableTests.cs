using System.Net;
using GenesysLambdas.Local.Access;

namespace GenesysLambdas.Local.Tests.Access;

/// <summary>The rows are those that net/ipv4/tcp_ipv4.c and net/ipv6/tcp_ipv6.c of the kernel print on a little-endian machine.</summary>
public sealed class SocketTableTests : IDisposable
{
    private const string Head = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n";

    private static readonly IPEndPoint Caller = IPEndPoint.Parse("127.0.0.1:40000");
    private static readonly IPEndPoint Own = IPEndPoint.Parse("127.0.0.1:5050");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("0100007F:9C40 0100007F:13BA 01 00000000:00000000 00:00000000 00000000 1000 0 31337", 1000u)]
    [InlineData("0100007F:9C40 0100007F:13BA 01 00000000:00000000 00:00000000 00000000 0 0 31337", 0u)]
    [InlineData("0000000000000000FFFF00000100007F:9C40 0000000000000000FFFF00000100007F:13BA 01 00000000:00000000 00:00000000 00000000 1000 0 31337", 1000u)]
    [InlineData("0100007F:9C40 0100007F:13BA 05 00000000:00000000 00:00000000 00000000 1000 0 31337", 1000u)]
    [InlineData("0100007F:9C40 0100007F:13BA 01 00000000:00000000 00:00000000 00000000 4294967294 0 31337", 4294967294u)]
    public void Finds_the_user_in_the_row_of_the_callers_socket(string row, uint user)
    {
        Assert.Equal(user, Table(row).UserOf(Caller, Own));
    }

    [Theory]
    [InlineData("the other end", "0100007F:13BA 0100007F:9C40 01 00000000:00000000 00:00000000 00000000 0 0 31337")]
    [InlineData("another port of the caller", "0100007F:9C41 0100007F:13BA 01 00000000:00000000 00:00000000 00000000 0 0 31337")]
    [InlineData("another server", "0100007F:9C40 0100007F:13BB 01 00000000:00000000 00:00000000 00000000 0 0 31337")]
    [InlineData("another loopback address", "0200007F:9C40 0100007F:13BA 01 00000000:00000000 00:00000000 00000000 0 0 31337")]
    [InlineData("TIME_WAIT: the kernel prints user 0", "0100007F:9C40 0100007F:13BA 06 00000000:00000000 03:00001770 00000000 0 0 0")]
    [InlineData("FIN_WAIT2 of a closed socket", "0100007F:9C40 0100007F:13BA 05 00000000:00000000 03:00001770 00000000 0 0 0")]
    [InlineData("a user that cannot be seen", "0100007F:9C40 0100007F:13BA 01 00000000:00000000 00:00000000 00000000 65534 0 31337")]
    [InlineData("::1", "00000000000000000000000001000000:9C40 00000000000000000000000001000000:13BA 01 00000000:00000000 00:00000000 00000000 0 0 31337")]
    [InlineData("an empty row", "")]
    [InlineData("a cut row", "0100007F:9C40 0100007F:13BA 01")]
    [InlineData("no number", "0100007F:9C40 0100007F:13BA 01 00000000:00000000 00:00000000 00000000 root 0 31337")]
    public void Ignores_all_other_rows(string what, string row)
    {
        Assert.True(Table(row).UserOf(Caller, Own) is null, what);
    }

    [Fact]
    public void Finds_the_row_after_another_connections()
    {
        var table = Table(
            "0100007F:9C40 0100007F:13BA 06 00000000:00000000 03:00001770 00000000 0 0 0",
            "0100007F:9C41 0100007F:13BA 01 00000000:00000000 00:00000000 00000000 0 0 1",
            "0100007F:9C40 0100007F:13BA 01 00000000:00000000 00:00000000 00000000 1000 0 2");

        Assert.Equal(1000u, table.UserOf(Caller, Own));
    }

    [Fact]
    public void A_missing_table_has_no_users()
    {
        Assert.Null(new SocketTable(unseen: null, "/no/such/table").UserOf(Caller, Own));
    }

    private SocketTable Table(params string[] rows)
    {
        var file = Path.Combine(_folder.FullName, "tcp6");
        File.WriteAllText(file, Head + string.Join('\n', rows.Select((row, i) => $"   {i}: {row}")) + "\n");
        return new SocketTable(unseen: 65534, Path.Combine(_folder.FullName, "tcp"), file);
    }
}
