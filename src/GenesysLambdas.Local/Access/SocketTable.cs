using System.Net;
using System.Runtime.InteropServices;

namespace GenesysLambdas.Local.Access;

/// <summary>
/// Finds the user who owns a TCP socket on this machine, in Linux's tables
/// (<see href="https://man7.org/linux/man-pages/man5/proc_pid_net.5.html">proc_pid_net(5)</see>).
/// </summary>
/// <param name="unseen">The id that all users outside this user namespace share; null if there are none.</param>
public sealed class SocketTable(uint? unseen, params string[] files)
{
    private const int LocalAddress = 1;
    private const int RemoteAddress = 2;
    private const int User = 7;
    private const int Inode = 9;

    /// <summary>Null if this system has no such tables.</summary>
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

    /// <summary>The user who owns a socket; null if there is no such socket or no owner.</summary>
    /// <param name="remote">The other end of the connection; port 0 for a listening socket.</param>
    public uint? UserOf(IPEndPoint local, IPEndPoint remote)
    {
        try
        {
            return files.Where(File.Exists).SelectMany(File.ReadLines)
                .Select(row => row.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Where(row => row.Length > Inode && IsAt(row[LocalAddress], local) && IsAt(row[RemoteAddress], remote))

                // A closed socket has inode 0 and user 0, whoever owned it (get_timewait4_sock in net/ipv4/tcp_ipv4.c).
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

    /// <summary>The kernel prints an address as 32-bit numbers in the machine's byte order.</summary>
    private static string Words(IPAddress address) =>
        string.Concat(MemoryMarshal.Cast<byte, uint>(address.GetAddressBytes()).ToArray().Select(word => word.ToString("X8")));

    /// <summary>
    /// All users that are not mapped into a user namespace share one id
    /// (<see href="https://man7.org/linux/man-pages/man7/user_namespaces.7.html">user_namespaces(7)</see>).
    /// </summary>
    private static uint? Unseen() =>
        File.ReadAllText("/proc/self/uid_map").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is ["0", "0", "4294967295"]
        ? null
        : uint.Parse(File.ReadAllText("/proc/sys/kernel/overflowuid"));
}
