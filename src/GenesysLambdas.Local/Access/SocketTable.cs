using System.Net;
using System.Runtime.InteropServices;

namespace GenesysLambdas.Local.Access;

/// <summary>
/// Finds the user who owns a TCP socket on this machine, in Linux's tables
/// (<see href="https://man7.org/linux/man-pages/man5/proc_pid_net.5.html">proc_pid_net(5)</see>).
/// </summary>
/// <param name="unseen">The id that stands for all users whom this program cannot see; null: it sees them all.</param>
public sealed class SocketTable(uint? unseen, params string[] files)
{
    private const int LocalAddress = 1;
    private const int RemoteAddress = 2;
    private const int User = 7;
    private const int Inode = 9;

    /// <summary>This system's tables, or null if it has none.</summary>
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

    /// <summary>The user whose process owns the socket at one end of a connection; null if there is no such socket, or no process owns it.</summary>
    /// <param name="local">The socket's own address.</param>
    /// <param name="remote">The address of the other end; port 0: it listens.</param>
    public uint? UserOf(IPEndPoint local, IPEndPoint remote)
    {
        try
        {
            return files.Where(File.Exists).SelectMany(File.ReadLines)
                .Select(row => row.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Where(row => row.Length > Inode && IsAt(row[LocalAddress], local) && IsAt(row[RemoteAddress], remote))

                // A socket that its process has closed has inode 0 and user 0, whoever owned it (get_timewait4_sock in net/ipv4/tcp_ipv4.c).
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

    /// <summary>An address as the kernel prints it: every 32 bits as a number in the machine's byte order.</summary>
    private static string Words(IPAddress address) =>
        string.Concat(MemoryMarshal.Cast<byte, uint>(address.GetAddressBytes()).ToArray().Select(word => word.ToString("X8")));

    /// <summary>
    /// In a user namespace that does not map every user, all others share one id
    /// (<see href="https://man7.org/linux/man-pages/man7/user_namespaces.7.html">user_namespaces(7)</see>).
    /// </summary>
    private static uint? Unseen() =>
        File.ReadAllText("/proc/self/uid_map").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is ["0", "0", "4294967295"]
        ? null
        : uint.Parse(File.ReadAllText("/proc/sys/kernel/overflowuid"));
}
