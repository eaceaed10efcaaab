using GenesysLambdas.Cli;
using GenesysLambdas.Core.Contracts;

namespace GenesysLambdas.Scaffolding.Tests.Generation;

/// <summary><c>generate</c> on a copy of the files that it writes.</summary>
public sealed class GenerateCommandTests : IDisposable
{
    private readonly SuiteCopy _suite = new();

    private static IReadOnlyList<LookupContract> Suite => LookupRegistry.Contracts;

    private static IReadOnlyList<LookupContract> WithImaginary { get; } =
        [.. Suite, Suite[0] with { Name = "imaginary-lookup", Function = "ImaginaryLookupFunction", Method = "LookUpImaginary", Api = new("IMAGINARY_API", "", "bearer", RequiresSecret: false) }];

    public void Dispose() => _suite.Dispose();

    [Fact]
    public async Task Updates_files_for_a_new_lookup_only_once()
    {
        _suite.AddSources("imaginary-lookup");
        Assert.Equal(0, await RunAsync(WithImaginary));
        Assert.Equal("template.yaml\nREADME.md\ngenesys/actions/imaginary-lookup.json\ngenesys/terraform/main.tf\ngenesys/terraform/variables.tf\n", _suite.Out);
        Assert.Contains($"| `imaginary-lookup` | Imaginary Lookup | {Suite[0].Description} | `ImaginaryLookupFunction` | `{{IMAGINARY_API}}` |\n\n", _suite.Read("README.md"), StringComparison.Ordinal);

        foreach (var options in new string[][] { ["--check"], [] })
        {
            Assert.Equal(0, await RunAsync(WithImaginary, options));
            Assert.Equal("All generated files are up to date.\n", _suite.Out);
        }
    }

    [Fact]
    public async Task Check_shows_differences_without_writing()
    {
        var before = _suite.Contents();

        Assert.Equal(2, await RunAsync([.. Suite.Select(lookup => lookup.Name == "user-lookup" ? lookup with { Description = "Finds a user." } : lookup)], "--check"));

        Assert.Contains(
            """
            --- template.yaml
            +++ template.yaml (generated)
            """,
            _suite.Out,
            StringComparison.Ordinal);
        Assert.Contains("\n       FunctionName: !Sub ${AWS::StackName}-user-lookup\n-      Description: Finds a user by id.\n+      Description: Finds a user.\n       Role:", _suite.Out, StringComparison.Ordinal);
        Assert.Contains(ThisSuite.Projects.InShell("generate"), _suite.Error, StringComparison.Ordinal);
        Assert.Equal(before, _suite.Contents());
    }

    [Fact]
    public async Task Rejects_a_breaking_contract_change_without_writing()
    {
        _suite.AddSources("imaginary-lookup");
        var before = _suite.Contents();

        Assert.Equal(1, await RunAsync([.. WithImaginary.Select(lookup => lookup.Name == "user-lookup" ? lookup with { Outputs = [.. lookup.Outputs.Skip(1)] } : lookup)]));

        Assert.Contains("breaking: output userFound", _suite.Error, StringComparison.Ordinal);
        Assert.Equal(before, _suite.Contents());
    }

    [Fact]
    public async Task Writes_no_file_if_one_cannot_be_written()
    {
        _suite.AddSources("imaginary-lookup");
        Directory.CreateDirectory(_suite.At("genesys/actions/imaginary-lookup.json.new"));
        var before = _suite.Contents();

        Assert.Equal(1, await RunAsync(WithImaginary));

        Assert.StartsWith("Cannot write ", _suite.Error, StringComparison.Ordinal);
        Assert.Equal(before, _suite.Contents());
    }

    [Fact]
    public async Task Names_a_missing_table_or_file()
    {
        _suite.Write("README.md", "# Lookups\n");
        Assert.Equal(1, await RunAsync(Suite));
        Assert.StartsWith("README.md: the table of the lookups is missing. Restore its first lines:\n| lookup | data action |", _suite.Error, StringComparison.Ordinal);

        File.Delete(_suite.At("template.yaml"));
        Assert.Equal(1, await RunAsync(Suite));
        Assert.EndsWith("There is no template.yaml here. Run this in the root of the repository, or specify its folder with --root.\n", _suite.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preserves_a_functions_ARN_in_an_action()
    {
        const string Arn = "arn:aws:lambda:us-east-1:123456789012:function:f";
        _suite.Write("genesys/actions/user-lookup.json", _suite.Read("genesys/actions/user-lookup.json").Replace("<ARN of UserLookupFunction>", Arn, StringComparison.Ordinal));

        Assert.Equal(0, await RunAsync(Suite, "--check"));
        Assert.Contains(Arn, _suite.Read("genesys/actions/user-lookup.json"), StringComparison.Ordinal);
    }

    private Task<int> RunAsync(IReadOnlyList<LookupContract> lookups, params string[] options) => _suite.RunAsync(lookups, ["generate", .. options]);
}
