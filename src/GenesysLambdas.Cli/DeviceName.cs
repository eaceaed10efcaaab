using System.Text.RegularExpressions;

namespace GenesysLambdas.Cli;

/// <summary>
/// The names that Windows keeps for devices, in upper and lower case and with any extension
/// (<see href="https://learn.microsoft.com/windows/win32/fileio/naming-a-file#naming-conventions">Naming conventions</see>).
/// </summary>
internal static partial class DeviceName
{
    /// <summary>Whether no file can have this name, which has no extension, on Windows.</summary>
    public static bool Is(string name) => Pattern().IsMatch(name);

    [GeneratedRegex(
        @"\A(con|prn|aux|nul|(com|lpt)[1-9])\z",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
