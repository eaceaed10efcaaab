using System.Diagnostics;
using GenesysLambdas.Local.Emulator;

namespace GenesysLambdas.Load;

/// <summary>The executable that is deployed: what <c>sam build</c> makes, with Native AOT.</summary>
internal static class DeployedFunction
{
    /// <summary>Builds it, unless nothing has changed since the last time. The variable <c>AwsPackages</c> chooses AWS's packages, as in other builds.</summary>
    /// <exception cref="InvalidOperationException">It cannot be built; the message has what make printed.</exception>
    public static async Task<FunctionExecutable> BuildAsync(CancellationToken cancellationToken)
    {
        var repository = Path.GetFullPath(typeof(DeployedFunction).Assembly.GetCustomAttributes(inherit: false)
            .OfType<System.Reflection.AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "Repository").Value!);
        var artifacts = Directory.CreateDirectory(Path.Combine(repository, "out", "load")).FullName;
        var packages = Environment.GetEnvironmentVariable("AwsPackages") is { Length: > 0 } chosen ? chosen : "lean";
        using var make = Process.Start(new ProcessStartInfo(
            "make", ["build-CustomerProfileFunction", $"ARTIFACTS_DIR={artifacts}", $"AWS_PACKAGES={packages}", "AOT=true"])
        {
            WorkingDirectory = repository,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = await Task.WhenAll(make.StandardOutput.ReadToEndAsync(cancellationToken), make.StandardError.ReadToEndAsync(cancellationToken));
        await make.WaitForExitAsync(cancellationToken);
        return make.ExitCode == 0 ? FunctionExecutable.In(artifacts, "GenesysLambdas") : throw new InvalidOperationException($"The function cannot be built.\n{string.Concat(output)}");
    }
}
