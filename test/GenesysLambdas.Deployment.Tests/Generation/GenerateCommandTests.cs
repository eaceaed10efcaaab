using GenesysLambdas.Cli;
using GenesysLambdas.Cli.Commands;
using GenesysLambdas.Contracts;
using GenesysLambdas.Tests.Support;

namespace GenesysLambdas.Deployment.Tests.Generation;

/// <summary><c>generate</c> on a copy of the files that it writes.</summary>
public sealed class GenerateCommandTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("generate-");
    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();

    public GenerateCommandTests()
    {
        string[] files = ["template.yaml", "README.md", .. new[] { "actions", "terraform" }.SelectMany(folder => Directory.GetFiles(Repository.Path("genesys", folder)))];
        foreach (var file in files.Select(file => Path.GetRelativePath(Repository.Root, Repository.Path(file))))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(At(file))!);
            File.Copy(Repository.Path(file), At(file));
        }
    }

    private static IReadOnlyList<LookupContract> Suite => LookupRegistry.Contracts;

    private static IReadOnlyList<LookupContract> WithOrders { get; } =
        [.. Suite, Suite[0] with { Name = "order-status", Function = "OrderStatusFunction", Method = "LookUpOrder", Api = new("ORDER_API", "", "bearer", RequiresSecret: false) }];

    public void Dispose()
    {
        _root.Delete(recursive: true);
        _out.Dispose();
        _error.Dispose();
    }

    [Fact]
    public async Task It_writes_what_follows_from_a_new_lookup_and_nothing_the_second_time()
    {
        Assert.Equal(0, await RunAsync(WithOrders));
        Assert.Equal("template.yaml\nREADME.md\ngenesys/actions/order-status.json\ngenesys/terraform/main.tf\ngenesys/terraform/variables.tf\n", _out.ToString());
        Assert.Contains("| `order-status` | `OrderStatusFunction` | `LookUpOrder` | `{ORDER_API}` |\n\n", Read("README.md"), StringComparison.Ordinal);

        Assert.Equal(0, await RunAsync(WithOrders, "--check"));
        Assert.Equal(0, await RunAsync(WithOrders));
        Assert.EndsWith("Everything that follows from the lookups is up to date.\nEverything that follows from the lookups is up to date.\n", _out.ToString(), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_root.FullName, "*.new", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_check_shows_the_differences_and_writes_nothing()
    {
        var before = Files();

        Assert.Equal(2, await RunAsync([.. Suite.Select(lookup => lookup.Name == "user-lookup" ? lookup with { Description = "Finds a user." } : lookup)], "--check"));

        Assert.Contains(
            """
            --- template.yaml
            +++ template.yaml (generated)
            """,
            _out.ToString(),
            StringComparison.Ordinal);
        Assert.Contains("\n       FunctionName: !Sub ${AWS::StackName}-user-lookup\n-      Description: Finds a user by id.\n+      Description: Finds a user.\n       Role:", _out.ToString(), StringComparison.Ordinal);
        Assert.Contains(GenerateCommand.InShell, _error.ToString(), StringComparison.Ordinal);
        Assert.Equal(before, Files());
    }

    [Fact]
    public async Task A_breaking_change_of_a_contract_is_refused_and_nothing_is_written()
    {
        var before = Files();

        Assert.Equal(1, await RunAsync([.. WithOrders.Select(lookup => lookup.Name == "user-lookup" ? lookup with { Outputs = [.. lookup.Outputs.Skip(1)] } : lookup)]));

        Assert.Contains("breaking: output userFound", _error.ToString(), StringComparison.Ordinal);
        Assert.Equal(before, Files());
    }

    [Fact]
    public async Task If_one_file_cannot_be_written_none_is()
    {
        var before = Files();
        Directory.CreateDirectory(At("genesys/actions/order-status.json.new"));

        Assert.Equal(1, await RunAsync(WithOrders));

        Assert.StartsWith("Cannot write ", _error.ToString(), StringComparison.Ordinal);
        Assert.Equal(before, Files());
    }

    [Fact]
    public async Task A_missing_table_or_file_is_named()
    {
        File.WriteAllText(At("README.md"), "# Lookups\n");
        Assert.Equal(1, await RunAsync(Suite));
        Assert.StartsWith("README.md: the table of the lookups is missing. Restore its first lines:\n| lookup | function |", _error.ToString(), StringComparison.Ordinal);

        File.Delete(At("template.yaml"));
        Assert.Equal(1, await RunAsync(Suite));
        Assert.EndsWith("There is no template.yaml here. Run this in the root of the repository, or name its folder with --root.\n", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_functions_ARN_in_an_action_is_left_alone()
    {
        const string Arn = "arn:aws:lambda:us-east-1:123456789012:function:f";
        File.WriteAllText(At("genesys/actions/user-lookup.json"), Read("genesys/actions/user-lookup.json").Replace("<ARN of UserLookupFunction>", Arn, StringComparison.Ordinal));

        Assert.Equal(0, await RunAsync(Suite, "--check"));
        Assert.Contains(Arn, Read("genesys/actions/user-lookup.json"), StringComparison.Ordinal);
    }

    private Task<int> RunAsync(IReadOnlyList<LookupContract> lookups, params string[] arguments) =>
        new CommandLine(lookups, () => throw new InvalidOperationException(), new Terminal(Stream.Null, _out, Stream.Null, _error, CanAsk: false)).RunAsync(["generate", "--root", _root.FullName, .. arguments]);

    private string At(string path) => Path.Combine(_root.FullName, path);

    private string Read(string path) => File.ReadAllText(At(path));

    private List<string> Files() => [.. Directory.GetFiles(_root.FullName, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(path => path + File.ReadAllText(path))];
}
