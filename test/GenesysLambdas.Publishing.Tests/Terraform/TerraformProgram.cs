using System.ComponentModel;
using System.Diagnostics;

namespace GenesysLambdas.Publishing.Tests.Terraform;

/// <summary>Terraform, where it is installed.</summary>
internal static class TerraformProgram
{
    public static string? WhyMissing { get; } = FindWhyMissing();

    public static async Task<(int ExitCode, string Output)> RunAsync(string folder, params string[] arguments)
    {
        using var process = Start(folder, arguments);
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, process.ExitCode == 0 ? output : output + await error);
    }

    private static string? FindWhyMissing()
    {
        try
        {
            using var process = Start(Path.GetTempPath(), ["version"]);
            process.WaitForExit();
            return process.ExitCode == 0 ? null : "Terraform does not start.";
        }
        catch (Win32Exception)
        {
            return "Terraform is not installed.";
        }
    }

    private static Process Start(string folder, string[] arguments)
    {
        var start = new ProcessStartInfo("terraform", arguments) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        // Neither a question to HashiCorp for a newer version, nor colours.
        start.Environment["CHECKPOINT_DISABLE"] = "1";
        start.Environment["TF_IN_AUTOMATION"] = "1";
        start.Environment["NO_COLOR"] = "1";
        return Process.Start(start)!;
    }
}
