using GenesysLambdas.Cli;
using GenesysLambdas.Core.Contracts;
using GenesysLambdas.Tooling.Files;

namespace GenesysLambdas.Scaffolding.Tests.Removal;

/// <summary><c>remove</c> on a copy of the suite with a lookup more.</summary>
public sealed class RemoveCommandTests : IDisposable
{
    private static readonly LookupContract MadeUp = Suite[0] with { Name = "made-up", Function = "MadeUpFunction", Method = "LookUpMadeUp", Api = new("FICTION_API", "", "bearer", RequiresSecret: false) };
    private static readonly LookupContract History = MadeUp with { Name = "made-up-history", Function = "MadeUpHistoryFunction", Method = "LookUpMadeUpHistory" };
    private const string Api = "src/GenesysLambdas/Apis/FictionApi.cs";
    private static readonly LookupFiles Files = ThisSuite.Projects.FilesOf(MadeUp.Name);

    private readonly SuiteCopy _suite = new();

    private static IReadOnlyList<LookupContract> Suite => LookupRegistry.Contracts;

    public void Dispose() => _suite.Dispose();

    [Fact]
    public async Task Deletes_everything_of_a_lookup_that_was_never_published()
    {
        var before = _suite.Contents();
        await AddAsync(MadeUp);

        Assert.Equal(0, await RemoveAsync("--never-published"));

        Assert.Equal(
            """
            Files to delete:
              .aws-lambda-testtool/SavedRequests/MadeUpFunction/found.json
              src/GenesysLambdas.Cli/StandIns/MadeUpStandIn.cs
              src/GenesysLambdas.Cli/StandIns/Samples/made-up.json
              src/GenesysLambdas/Lookups/MadeUp.cs
              test/GenesysLambdas.Tests/EndToEnd/SavedAnswers/MadeUpFunction/found.json
              test/GenesysLambdas.Tests/Faults/HealthyApis/made-up.json
              test/GenesysLambdas.Tests/Lookups/MadeUpTests.cs
              src/GenesysLambdas/Apis/FictionApi.cs
              genesys/actions/made-up.json
            Files to change:
              template.yaml
              README.md
              genesys/terraform/main.tf
              genesys/terraform/variables.tf
            Removed made-up. Next:
              1. dotnet test
              2. sam build && sam deploy, which deletes MadeUpFunction. A secret that the stack created for FICTION_API stays in Secrets Manager.

            """,
            _suite.Out);
        Assert.Equal(before, _suite.Contents());
        Assert.Equal(0, await _suite.RunAsync(Suite, "generate", "--check"));
    }

    [Fact]
    public async Task Retires_a_published_action()
    {
        await AddAsync(MadeUp);

        Assert.Equal(0, await RemoveAsync());

        Assert.Contains("Genesys Cloud still has 'Made Up', which will fail in every flow once the function is deleted.", _suite.Out, StringComparison.Ordinal);
        Assert.Contains("If it was never published, add --never-published", _suite.Out, StringComparison.Ordinal);
        Assert.Contains("3. terraform apply", _suite.Out, StringComparison.Ordinal);
        Assert.Equal("made-up.json\n", _suite.Read("genesys/actions/retired.txt"));
        Assert.Contains("from = genesyscloud_integration_action.made_up\n", _suite.Read("genesys/terraform/main.tf"), StringComparison.Ordinal);
        Assert.Equal(0, await _suite.RunAsync(Suite, "generate", "--check"));

        await AddAsync(MadeUp);
        Assert.True(File.Exists(_suite.At("genesys/actions/made-up.v2.json")));
    }

    [Fact]
    public async Task Refuses_while_other_files_refer_to_the_lookup_or_its_API()
    {
        await AddAsync(MadeUp);
        _suite.Write(".gitignore", "out/\n*.user\n");
        _suite.Write("docs/page.md", "# Page\n\nCall `made-up`, or made-up-history.\n");
        _suite.Write("Makefile", "all: MadeUpFunction\n");
        _suite.Write("samconfig.toml", "parameters = [\n  \"FictionApiBaseUrl=https://api.example.com\",\n]\n");
        _suite.Write("test/Tests.cs", "// FICTION_API_BASE_URL\n_ = new MadeUpInputs();\nLookUpMadeUp();\n");
        _suite.Write("out/built.txt", "made-up\n");
        _suite.Write("mine.user", "made-up\n");
        _suite.Write(".git", "gitdir: /made-up/.git\n");
        var before = _suite.Contents();

        Assert.Equal(1, await RemoveAsync());

        Assert.Equal(
            """
            Nothing was changed, because other files refer to made-up:
              Makefile:1
              samconfig.toml:2
              test/Tests.cs:2
              test/Tests.cs:3
            Update them first, or use --force if they mean something else.

            """,
            _suite.Error);
        Assert.Equal(before, _suite.Contents());

        Assert.Equal(0, await RemoveAsync("--force"));
        Assert.False(File.Exists(_suite.At(Files.Source)));
        Assert.EndsWith("\nPages and comments that mention these names, perhaps for something else:\n  docs/page.md:3\n  test/Tests.cs:1\n", _suite.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_the_first_of_many_references()
    {
        await AddAsync(MadeUp);
        _suite.Write("page.txt", string.Concat(Enumerable.Repeat("made-up\n", 23)));

        Assert.Equal(1, await RemoveAsync());

        Assert.Contains("  page.txt:20\n  and 3 more\n", _suite.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finds_references_in_hand_written_parts_of_the_template()
    {
        await AddAsync(MadeUp);
        var template = _suite.Read("template.yaml");
        _suite.Write("template.yaml", template.Replace("\nOutputs:\n", "\nOutputs:\n  Fiction:\n    Value: !Ref MadeUpFunction\n", StringComparison.Ordinal));

        Assert.Equal(1, await RemoveAsync());
        Assert.Equal("template.yaml refers to MadeUpFunction, which belongs to no lookup. Delete the reference.\n", _suite.Error);

        _suite.Write("template.yaml", template.Replace("\nConditions:\n", "\nConditions:\n  DeployMadeUp: !Equals [a, a]\n", StringComparison.Ordinal));
        Assert.Equal(1, await RemoveAsync());
        Assert.Contains("\n  template.yaml:", _suite.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_and_deletes_the_functions_hand_written_lines()
    {
        var before = _suite.Contents();
        await AddAsync(MadeUp);
        var template = _suite.Read("template.yaml");
        var end = template.IndexOf("\n\n", template.IndexOf("\n  MadeUpFunction:", StringComparison.Ordinal), StringComparison.Ordinal);
        _suite.Write("template.yaml", template.Insert(end + 1, "          # by hand\n          FICTION_LIMIT: 3\n      Timeout: 12\n"));

        Assert.Equal(0, await RemoveAsync("--never-published"));

        Assert.Contains("Hand-written lines of MadeUpFunction to delete:\n          FICTION_LIMIT: 3\n      Timeout: 12\n", _suite.Out, StringComparison.Ordinal);
        Assert.Equal(before, _suite.Contents());
    }

    [Fact]
    public async Task Leaves_an_API_that_another_lookup_calls()
    {
        await AddAsync(History);
        var before = _suite.Contents();
        await AddAsync(MadeUp, History);
        _suite.Write("docs/page.md", "FICTION_API_BASE_URL, FictionApiSecret, MadeUpHistoryFunction, made-up-history\n");

        Assert.Equal(0, await _suite.RunAsync([.. Suite, MadeUp, History], "remove", "made-up", "--yes", "--never-published"));

        Assert.DoesNotContain("A secret", _suite.Out, StringComparison.Ordinal);
        File.Delete(_suite.At("docs/page.md"));
        Assert.Equal(before, _suite.Contents());
        Assert.Contains("FictionApiCredentials:", _suite.Read("template.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaves_a_stand_in_and_sample_that_another_lookup_needs()
    {
        await AddAsync(MadeUp, History);
        File.Delete(_suite.At(ThisSuite.Projects.FilesOf(History.Name).StandIn));

        Assert.Equal(0, await _suite.RunAsync([.. Suite, MadeUp, History], "remove", "made-up", "--yes", "--never-published", "--force"));

        Assert.True(File.Exists(_suite.At(Files.StandIn)));
        Assert.True(File.Exists(_suite.At(Files.Sample)));
    }

    [Theory]
    [InlineData("src/GenesysLambdas.Cli/StandIns/FictionStandIn.cs", "", false)]
    [InlineData("src/GenesysLambdas.Cli/StandIns/Fiction/FictionStandIn.cs", "", true)]
    [InlineData("src/GenesysLambdas.Cli/StandIns/FictionStandIn.cs", "class OtherStandIn : IStandIn { }\n", true)]
    public async Task Deletes_an_unused_stand_in_unless_its_file_contains_more(string path, string more, bool isKept)
    {
        await AddAsync(MadeUp);
        _suite.Write(path, StandIn("FictionStandIn") + more);

        Assert.Equal(0, await RemoveAsync("--never-published"));

        Assert.Equal(isKept, File.Exists(_suite.At(path)));
        Assert.Equal(isKept, _suite.Out.Contains($"{path} is not deleted, because it contains more than a stand-in. No lookup calls FICTION_API anymore: delete the stand-in by hand.\n", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Leaves_an_unused_APIs_class_if_its_file_contains_more()
    {
        await AddAsync(MadeUp);
        _suite.Write(Api, _suite.Read(Api) + "\n[ExternalApi(\"OTHER_API\")]\npublic sealed class OtherApi;\n");

        Assert.Equal(1, await RemoveAsync());
        Assert.Contains($"\n  {Api}:1\n  {Api}:2\n", _suite.Error, StringComparison.Ordinal);

        Assert.Equal(0, await RemoveAsync("--force"));
        Assert.True(File.Exists(_suite.At(Api)));
    }

    [Fact]
    public async Task Changes_no_file_if_one_cannot_be_changed()
    {
        await AddAsync(MadeUp);
        Directory.CreateDirectory(_suite.At("genesys/terraform/variables.tf.old"));
        var before = _suite.Contents();

        Assert.Equal(1, await RemoveAsync());

        Assert.StartsWith("Cannot write ", _suite.Error, StringComparison.Ordinal);
        Assert.Equal(before, _suite.Contents());
    }

    [Theory]
    [InlineData("y\n", 0, "")]
    [InlineData("n\n", 1, "Nothing was changed.\n")]
    [InlineData(null, 1, "Nothing was changed. To remove it, run this again with --yes.\n")]
    public async Task Asks_for_confirmation(string? answer, int exitCode, string error)
    {
        await AddAsync(MadeUp);

        Assert.Equal(exitCode, await _suite.RunAsync([.. Suite, MadeUp], answer, ["remove", "made-up"]));

        Assert.Equal(answer is not null, _suite.Out.Contains("Remove made-up? [y/N] ", StringComparison.Ordinal));
        Assert.Equal(error, _suite.Error);
        Assert.Equal(exitCode != 0, File.Exists(_suite.At(Files.Source)));
    }

    [Fact]
    public async Task Rejects_an_unknown_lookup()
    {
        Assert.Equal(1, await _suite.RunAsync(Suite, "remove", "user-lokup", "--yes"));
        Assert.Contains("There is no lookup 'user-lokup'. Did you mean user-lookup?", _suite.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_to_remove_the_only_lookup()
    {
        Directory.Delete(_suite.At("src/GenesysLambdas/Lookups"), recursive: true);
        _suite.AddSources(MadeUp.Name);

        Assert.Equal(1, await _suite.RunAsync([MadeUp], "remove", "made-up", "--yes"));
        Assert.Equal("made-up is the only lookup. Add another one first.\n", _suite.Error);
    }

    [Fact]
    public async Task Asks_for_a_rebuild_after_a_removal()
    {
        await AddAsync(MadeUp);
        Assert.Equal(0, await RemoveAsync());
        var before = _suite.Contents();

        Assert.Equal(1, await _suite.RunAsync([.. Suite, MadeUp], "remove", "user-lookup", "--yes", "--force"));

        Assert.Equal("This program was built before the lookup made-up was removed. Rebuild it: dotnet build src/GenesysLambdas.Cli\n", _suite.Error);
        Assert.Equal(before, _suite.Contents());
    }

    private Task<int> RemoveAsync(params string[] options) => _suite.RunAsync([.. Suite, MadeUp], ["remove", "made-up", "--yes", .. options]);

    /// <summary>Adds all that belongs to a lookup.</summary>
    private async Task AddAsync(params LookupContract[] lookups)
    {
        foreach (var files in lookups.Select(lookup => ThisSuite.Projects.FilesOf(lookup.Name)))
        {
            string[] others = [files.Sample, files.Tests, files.HealthyApi, $"{files.SavedRequests}/found.json", $"{files.SavedAnswers}/found.json"];
            _suite.AddSources(files.Lookup);
            _suite.Write(Api, "[ExternalApi(\"FICTION_API\")]\npublic sealed class FictionApi;\n");
            _suite.Write(files.StandIn, StandIn(files.Class + "StandIn"));
            foreach (var path in others)
            {
                _suite.Write(path, files.Lookup + "\n");
            }
        }

        Assert.Equal(0, await _suite.RunAsync([.. Suite, .. lookups], "generate"));
    }

    private static string StandIn(string type) => $"internal sealed class {type} : IStandIn\n{{\n    public string Api => \"FICTION_API\";\n}}\n";
}
