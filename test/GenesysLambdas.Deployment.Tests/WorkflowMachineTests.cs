using System.Diagnostics;
using GenesysLambdas.Deployment.Tests.Support;
using GenesysLambdas.Testing;

namespace GenesysLambdas.Deployment.Tests;

/// <summary>The step of ci.yml that chooses the machine and the image to build with, run as GitHub runs it.</summary>
public sealed class WorkflowMachineTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("genesys-lambdas-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("x86_64", "ubuntu-24.04")]
    [InlineData("arm64", "ubuntu-24.04-arm")]
    public async Task Builds_on_the_processor_that_the_template_deploys_to(string architecture, string runner)
    {
        var (exitCode, _, chosen) = await ChooseAsync($"[{architecture}]");

        Assert.Equal(0, exitCode);
        Assert.Equal($"runner={runner}\nimage=public.ecr.aws/sam/build-dotnet10:latest-{architecture}\n", chosen);
    }

    [Fact]
    public async Task Builds_in_the_image_that_the_repository_pins()
    {
        var (_, _, chosen) = await ChooseAsync("[x86_64]", buildImage: "example.com/build@sha256:0123");

        Assert.Equal("runner=ubuntu-24.04\nimage=example.com/build@sha256:0123\n", chosen);
    }

    [Fact]
    public async Task Refuses_an_unknown_processor()
    {
        var (exitCode, output, chosen) = await ChooseAsync("[riscv64]");

        Assert.Equal(1, exitCode);
        Assert.Contains("Architectures must be [x86_64] or [arm64].", output, StringComparison.Ordinal);
        Assert.Equal("", chosen);
    }

    private async Task<(int ExitCode, string Output, string Chosen)> ChooseAsync(string architectures, string buildImage = "")
    {
        Assert.SkipUnless(Make.IsInstalled("bash"), "bash is not installed.");
        var template = await File.ReadAllTextAsync(Repository.Path("template.yaml"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "template.yaml"), template.Replace("Architectures: [x86_64]", $"Architectures: {architectures}", StringComparison.Ordinal));
        var chosen = Path.Combine(_folder, "chosen");
        await File.WriteAllTextAsync(chosen, "");
        var step = CloudFormationYaml.Read(Repository.Path(".github", "workflows", "ci.yml"))["jobs"]!["machine"]!["steps"].Items()
            .Single(step => step.Text("id") == "template");
        var start = new ProcessStartInfo("bash", ["-e", "-c", step.Text("run")!]) { WorkingDirectory = _folder, RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["GITHUB_OUTPUT"] = chosen;
        start.Environment["BUILD_IMAGE"] = buildImage;
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await File.ReadAllTextAsync(chosen));
    }
}
