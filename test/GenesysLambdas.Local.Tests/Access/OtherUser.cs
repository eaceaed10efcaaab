using System.ComponentModel;
using System.Diagnostics;

namespace GenesysLambdas.Local.Tests.Access;

/// <summary>Another account on this machine. Needs Linux, root, <c>setpriv</c> of util-linux, and bash's <c>/dev/tcp</c>.</summary>
internal static class OtherUser
{
    public const uint Id = 65534;

    private static readonly Lazy<string?> Missing = new(() =>
    {
        if (!OperatingSystem.IsLinux())
        {
            return "Only Linux says whose a connection is.";
        }

        try
        {
            using var process = Start(Id, "exec 3</dev/null");
            process.WaitForExit();
            return process.ExitCode == 0 ? null : "Becoming another user needs root.";
        }
        catch (Win32Exception)
        {
            return "Becoming another user needs setpriv, of util-linux.";
        }
    });

    /// <summary>Why there is no such account; null if there is.</summary>
    public static string? ReasonMissing => Missing.Value;

    /// <summary>Sends a request and returns everything until the connection is closed.</summary>
    public static async Task<string> SendAsync(uint user, Uri endpoint, string request) =>
        await RunAsync(user, endpoint, request, "cat <&3");

    /// <summary>Sends a request and closes the connection at once.</summary>
    public static async Task SendAndLeaveAsync(uint user, Uri endpoint, string request) => await RunAsync(user, endpoint, request, "");

    private static async Task<string> RunAsync(uint user, Uri endpoint, string request, string then)
    {
        using var process = Start(user, $"exec 3<>/dev/tcp/127.0.0.1/{endpoint.Port}; printf '%b' \"$REQUEST\" >&3; {then}", request.Replace("PORT", $"{endpoint.Port}", StringComparison.Ordinal).Replace("\n", "\\r\\n", StringComparison.Ordinal));
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        await error;
        return output;
    }

    private static Process Start(uint user, string script, string request = "") =>
        Process.Start(new ProcessStartInfo("setpriv", ["--reuid", $"{user}", "--regid", $"{user}", "--clear-groups", "bash", "-c", script])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
            Environment = { ["REQUEST"] = request },
        })!;
}
