using System.Runtime.InteropServices;
using GenesysLambdas.Deployment.Tests.Support;

namespace GenesysLambdas.Deployment.Tests;

/// <summary>When the Makefile compiles, with a stand-in for the compiler.</summary>
public sealed class MakefileTests : IDisposable
{
    private readonly BuildFolder _build = new();

    public void Dispose() => _build.Dispose();

    [Fact]
    public async Task Functions_built_one_after_another_are_compiled_once()
    {
        Assert.Null(await _build.BuildAsync("UserLookupFunction"));
        Assert.Null(await _build.BuildAsync("CurrentWeatherFunction"));

        Assert.Single(_build.Compilations);
    }

    [Fact]
    public async Task Functions_built_at_once_are_compiled_once()
    {
        var failures = await Task.WhenAll(Template.Functions.Keys.Select(function => _build.BuildAsync(function)));

        Assert.All(failures, Assert.Null);
        Assert.Single(_build.Compilations);
    }

    [Fact]
    public async Task Functions_built_at_once_from_copies_of_the_sources_are_compiled_once()
    {
        var copies = Template.Functions.Keys.Select(function => (Function: function, Folder: _build.Copy(function))).ToList();

        var failures = await Task.WhenAll(copies.Select(copy => _build.BuildAsync(copy.Function, copy.Folder)));

        Assert.All(failures, Assert.Null);
        Assert.Single(_build.Compilations);
    }

    [Fact]
    public async Task A_copy_of_read_only_sources_is_compiled_in_place()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "An administrator may write everywhere.");
        var copy = _build.Copy("copy");
        _build.SetMode(".", UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var failure = await _build.BuildAsync("UserLookupFunction", copy);

        _build.SetMode(".", UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.Null(failure);
        Assert.True(Directory.Exists(Path.Combine(copy, "out")));
    }

    public static TheoryData<string> Changes => ["a changed file", "an older file", "a new file", "a deleted file", "a renamed file", "the Makefile", "the SDK"];

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_change_is_compiled(string change)
    {
        Assert.Null(await _build.BuildAsync("UserLookupFunction"));

        string[] variables = [];
        switch (change)
        {
            case "a changed file":
                _build.Write("src/GenesysLambdas/Program.cs", "class Program2;");
                break;
            case "an older file":
                _build.Write("src/GenesysLambdas/Program.cs", "class Program2;");
                File.SetLastWriteTimeUtc(_build.Path("src/GenesysLambdas/Program.cs"), DateTime.UnixEpoch);
                break;
            case "a new file":
                _build.Write("src/GenesysLambdas/New.cs", "class New;");
                break;
            case "a deleted file":
                File.Delete(_build.Path("src/GenesysLambdas/Extra.cs"));
                break;
            case "a renamed file":
                File.Move(_build.Path("src/GenesysLambdas/Extra.cs"), _build.Path("src/GenesysLambdas/Other.cs"));
                break;
            case "the Makefile":
                File.AppendAllText(_build.Path("Makefile"), "# changed\n");
                break;
            case "the SDK":
                variables = ["SDK=10.0.200"];
                break;
        }

        Assert.Null(await _build.BuildAsync("UserLookupFunction", null, variables));
        Assert.Equal(2, _build.Compilations.Count);
    }

    [Theory]
    [InlineData("src/GenesysLambdas.Cli/Program.cs")]
    [InlineData("src/GenesysLambdas.Local/Page/Assets/base.css")]
    [InlineData("src/GenesysLambdas.Testing/ManualTime.cs")]
    public async Task A_file_that_is_not_deployed_is_not_compiled(string file)
    {
        Assert.Null(await _build.BuildAsync("UserLookupFunction"));
        _build.Write(file, "changed");
        _build.Write("src/GenesysLambdas/obj/project.assets.json", "{}");

        Assert.Null(await _build.BuildAsync("UserLookupFunction"));
        Assert.Single(_build.Compilations);
    }

    [Theory]
    [InlineData("x86_64", "linux-x64")]
    [InlineData("arm64", "linux-arm64")]
    public async Task A_function_is_compiled_for_the_processor_that_it_is_deployed_to(string architecture, string runtime)
    {
        Deploy(architecture);

        Assert.Null(await _build.BuildAsync("UserLookupFunction"));
        Assert.Contains($"--runtime {runtime} ", Assert.Single(_build.Compilations), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Native_AOT_for_another_processor_is_refused_with_a_way_out()
    {
        var other = RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "x86_64" : "arm64";
        Deploy(other);

        var failure = await _build.BuildAsync("UserLookupFunction", null, "AOT=true");

        Assert.Contains($"Native AOT for {other} is compiled on Linux {other}", failure, StringComparison.Ordinal);
        Assert.Contains("sam build --use-container", failure, StringComparison.Ordinal);
        Assert.Empty(_build.Compilations);
    }

    [Fact]
    public async Task Without_dotnet_says_what_to_install()
    {
        _build.LeaveInPath();

        AssertSays("install the .NET 10 SDK. With Docker: sam build --use-container.", await _build.BuildAsync("UserLookupFunction"));
    }

    [Fact]
    public async Task With_other_SDKs_says_which_one_is_needed_and_which_are_there()
    {
        AssertSays("needs the .NET SDK 10.0.100 or a later 10.0, but this machine has: 8.0.100 9.0.200", await _build.BuildAsync("UserLookupFunction", null, "SDK=none"));
    }

    [Fact]
    public async Task Without_a_linker_says_what_to_install()
    {
        Assert.SkipUnless(Make.RunsWhatIsDeployed, "Elsewhere Native AOT is refused before that.");
        _build.LeaveInPath("dotnet");

        AssertSays("linked by clang or gcc, and neither is installed. Install clang", await _build.BuildAsync("UserLookupFunction", null, "AOT=true"));
    }

    [Theory]
    [InlineData("NU1101", "nuget", "Without AWS's packages: AWS_PACKAGES=lean.")]
    [InlineData("NU1102", "nuget", "Without AWS's packages: AWS_PACKAGES=lean.")]
    [InlineData("NU1301", "lean", "(dotnet nuget list source). See docs/aws-packages.md.")]
    public async Task Without_a_package_says_where_to_look(string error, string packages, string advice)
    {
        var failure = await _build.BuildAsync("UserLookupFunction", null, $"RESTORE={error}", $"AWS_PACKAGES={packages}");

        AssertSays("The packages cannot be restored: check the network and your package sources", failure);
        AssertSays(advice, failure);
    }

    [Fact]
    public async Task A_compile_error_is_shown_and_fails_the_build()
    {
        var failure = await _build.BuildAsync("UserLookupFunction", null, "RESTORE=CS1002");

        AssertSays("error CS1002", failure);
        Assert.DoesNotContain("package sources", failure, StringComparison.Ordinal);
    }

    private static void AssertSays(string expected, string? failure)
    {
        Assert.NotNull(failure);
        Assert.Contains(expected, failure, StringComparison.Ordinal);
    }

    private void Deploy(string architecture)
    {
        var template = File.ReadAllText(_build.Path("template.yaml"));
        Assert.Equal("x86_64", Assert.Single(Template.Globals["Architectures"].Items()).GetValue<string>());
        _build.Write("template.yaml", template.Replace("Architectures: [x86_64]", $"Architectures: [{architecture}]", StringComparison.Ordinal));
    }
}
