using System.Text.RegularExpressions;

namespace GenesysLambdas.Tooling.Files;

/// <summary>
/// The names that Windows reserves for devices, in any case and with any extension
/// (<see href="https://learn.microsoft.com/windows/win32/fileio/naming-a-file#naming-conventions">Naming conventions</see>).
/// </summary>
public static partial class DeviceName
{
    public static bool Is(string name) => Pattern().IsMatch(name);

    [GeneratedRegex(
        @"\A(con|prn|aux|nul|(com|lpt)[1-9])\z",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
