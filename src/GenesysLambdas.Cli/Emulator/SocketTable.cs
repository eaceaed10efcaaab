using System.Net;
using System.Runtime.InteropServices;

namespace GenesysLambdas.Cli.Emulator;

/// <summary>
/// Which user has a TCP socket on this machine, by Linux's tables
/// (<see href="https://man7.org/linux/man-pages/man5/proc_pid_net.5.html">proc_pid_net(5)</see>).
/// </summary>
/// <param name="unseen">The id that stands for every user that this program cannot see; null: it sees all of them.</param>
/// <param name="files">The tables.</param>
internal sealed class SocketTable(uint? unseen, params string[] files)
{
    private const int LocalAddress = 1;
    private const int RemoteAddress = 2;
    private const int User = 7;
    private const int Inode = 9;

    /// <summary>This system's tables; null: it has none.</summary>
    public static SocketTable? OfThisSystem()
    {
        try
        {
            return OperatingSystem.IsLinux() ? new(Unseen(), "/proc/net/tcp", "/proc/net/tcp6") : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException)
        {
            // There is no /proc here.
            return null;
        }
    }

    /// <summary>The user whose process has the socket at one end of a connection; null: the socket is not there, or nobody's.</summary>
    /// <param name="local">The socket's own address.</param>
    /// <param name="remote">The address of the other end; port 0: it listens.</param>
    public uint? UserOf(IPEndPoint local, IPEndPoint remote)
    {
        try
        {
            return files.Where(File.Exists).SelectMany(File.ReadLines)
                .Select(row => row.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Where(row => row.Length > Inode && IsAt(row[LocalAddress], local) && IsAt(row[RemoteAddress], remote))

                // A socket that its process has closed has no inode, and user 0, whoever had it (get_timewait4_sock in net/ipv4/tcp_ipv4.c).
                .Where(row => row[Inode] != "0" && uint.TryParse(row[User], out _))
                .Select(row => uint.Parse(row[User]))
                .Where(user => user != unseen)
                .Select(user => (uint?)user)
                .FirstOrDefault();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool IsAt(string text, IPEndPoint address) =>
        text.Split(':') is [var host, var port] && port == address.Port.ToString("X4")
        && (host == Words(address.Address) || host == Words(address.Address.MapToIPv6()));

    /// <summary>An address as the kernel prints it: each 32 bits as one number in the machine's own byte order.</summary>
    private static string Words(IPAddress address) =>
        string.Concat(MemoryMarshal.Cast<byte, uint>(address.GetAddressBytes()).ToArray().Select(word => word.ToString("X8")));

    /// <summary>
    /// In a user namespace that does not have every user, all others have one id
    /// (<see href="https://man7.org/linux/man-pages/man7/user_namespaces.7.html">user_namespaces(7)</see>).
    /// </summary>
    private static uint? Unseen() =>
        File.ReadAllText("/proc/self/uid_map").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is ["0", "0", "4294967295"]
        ? null
        : uint.Parse(File.ReadAllText("/proc/sys/kernel/overflowuid"));
}
