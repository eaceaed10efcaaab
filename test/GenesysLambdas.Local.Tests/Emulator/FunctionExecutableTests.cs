using GenesysLambdas.Cli;
using GenesysLambdas.Local.Emulator;
using GenesysLambdas.Tooling;

namespace GenesysLambdas.Local.Tests.Emulator;

public sealed class FunctionExecutableTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_functions_are_built_with_the_command_line()
    {
        var executable = ThisSuite.Value.Executable();

        Assert.True(File.Exists(executable.FileName));
        Assert.Empty(executable.Arguments);
    }

    [Fact]
    public void Runs_the_assembly_if_there_is_no_executable()
    {
        var assembly = Path.Combine(_folder.FullName, "GenesysLambdas.dll");
        File.WriteAllText(assembly, "");
        File.WriteAllText(Path.Combine(_folder.FullName, "GenesysLambdas"), "");

        var executable = FunctionExecutable.In(_folder.FullName, "GenesysLambdas");

        Assert.Equal("dotnet", executable.FileName);
        Assert.Equal([assembly], executable.Arguments);
    }

    [Fact]
    public void Missing_functions_are_an_error_that_says_what_to_do()
    {
        Assert.Contains("build the solution first", Assert.Throws<ToolException>(() => FunctionExecutable.In(_folder.FullName, "GenesysLambdas")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_process_gets_its_environment_and_DOTNET_ROOT()
    {
        var start = new FunctionExecutable("x", []).StartInfo(new Dictionary<string, string> { ["A"] = "b" });

        Assert.Equal(["A", "DOTNET_ROOT"], start.Environment.Keys.Order());
        Assert.True(Directory.Exists(Path.Combine(start.Environment["DOTNET_ROOT"]!, "shared")));
    }
}
