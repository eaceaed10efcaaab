using System.Text.RegularExpressions;
using GenesysLambdas.Cli;
using GenesysLambdas.Core.Contracts;
using GenesysLambdas.Tooling.Files;

namespace GenesysLambdas.Scaffolding.Tests;

/// <summary><c>new</c>, <c>generate</c> and <c>remove</c> for a suite whose projects have other names.</summary>
public sealed partial class OtherSuiteTests : IDisposable
{
    private static readonly SuiteProjects Projects = new("code/Orders", "code/Orders.Tool", "checks/Orders.Checks");

    private static readonly string[] KitNamespaces =
        ["GenesysLambdas.Testing.Lookups", .. typeof(LookupContract).Assembly.GetTypes().Select(type => type.Namespace).OfType<string>().Distinct()];

    private readonly SuiteCopy _suite = new(ThisSuite.Value with { Code = ThisSuite.Value.Code with { Projects = Projects } });

    public void Dispose() => _suite.Dispose();

    [Theory]
    [InlineData("--get", "/v1/orders/{id}?full={full:boolean?}")]
    [InlineData("--post", "/v1/orders/{id}")]
    public async Task New_lookups_do_not_refer_to_this_suite(string method, string path)
    {
        var before = _suite.Contents();
        Assert.Equal(0, await NewAsync(method, path));

        var written = _suite.Contents().Where(file => !before.ContainsKey(file.Key) && file.Value.Length > 0).ToList();
        Assert.NotEmpty(written);
        Assert.All(written, file => Assert.DoesNotContain("GenesysLambdas", file.Key, StringComparison.Ordinal));
        Assert.All(
            written.SelectMany(file => Name().Matches(file.Value)).Select(match => match.Value),
            name => Assert.Contains(name, KitNamespaces));
        Assert.DoesNotContain("GenesysLambdas", _suite.Out, StringComparison.Ordinal);
        Assert.Contains("\nnamespace Orders.Lookups;\n", _suite.Read("code/Orders/Lookups/ImaginaryLookup.cs"), StringComparison.Ordinal);
        Assert.Contains("\nusing GenesysLambdas;\n", _suite.Read("code/Orders/Lookups/ImaginaryLookup.cs"), StringComparison.Ordinal);
        Assert.Contains("\nusing Orders.Apis;\n", _suite.Read("code/Orders/Lookups/ImaginaryLookup.cs"), StringComparison.Ordinal);
        Assert.Contains("namespace Orders.Apis;\n", _suite.Read("code/Orders/Apis/ImaginaryLookupApi.cs"), StringComparison.Ordinal);
        Assert.Contains("namespace Orders.Tool.StandIns;\n", _suite.Read("code/Orders.Tool/StandIns/ImaginaryLookupStandIn.cs"), StringComparison.Ordinal);
        Assert.Contains("namespace Orders.Checks.Lookups;\n", _suite.Read("checks/Orders.Checks/Lookups/ImaginaryLookupTests.cs"), StringComparison.Ordinal);
        Assert.Contains("dotnet run --project code/Orders.Tool -- invoke imaginary-lookup id=1", _suite.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Generate_uses_the_projects_of_the_suite()
    {
        LookupContract[] changed = [LookupRegistry.Contracts[0] with { Description = "Finds it." }, .. LookupRegistry.Contracts.Skip(1)];
        Assert.Equal(2, await _suite.RunAsync(changed, "generate", "--check"));
        Assert.Equal("Run 'dotnet run --project code/Orders.Tool -- generate', and commit what it writes.\n", _suite.Error);
        Assert.DoesNotContain("src/GenesysLambdas", _suite.Out, StringComparison.Ordinal);

        Assert.Equal(0, await NewAsync("--get", "/v1/orders/{id}"));
        Assert.Equal(1, await _suite.RunAsync(LookupRegistry.Contracts, "generate"));
        Assert.EndsWith("Rebuild it: dotnet build code/Orders.Tool\n", _suite.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Remove_deletes_everything_that_new_created()
    {
        var before = _suite.Contents();
        Assert.Equal(0, await NewAsync("--get", "/v1/orders/{id}"));

        Assert.Equal(0, await _suite.RunAsync(WithImaginary, "remove", "imaginary-lookup", "--yes", "--never-published"));

        Assert.Equal(before, _suite.Contents());
    }

    private static IReadOnlyList<LookupContract> WithImaginary { get; } =
    [
        .. LookupRegistry.Contracts,
        LookupRegistry.Contracts[0] with
        {
            Name = "imaginary-lookup",
            Function = "ImaginaryLookupFunction",
            Method = "LookUpImaginaryLookup",
            Api = new("IMAGINARY_LOOKUP_API", "", "bearer", RequiresSecret: false),
        },
    ];

    private async Task<int> NewAsync(string method, string path)
    {
        using var files = new TemporaryFiles();
        string[] body = method == "--post" ? ["--body", files.Write("body.json", """{"amount":"{amount:number}"}""")] : [];
        return await _suite.RunAsync(
            LookupRegistry.Contracts, ["new", "imaginary-lookup", method, path, "--sample", files.Write("reply.json", """{"order_id":"A-1"}"""), .. body]);
    }

    [GeneratedRegex(@"\bGenesysLambdas(\.\w+)*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();

    private sealed class TemporaryFiles : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sample-");

        public string Write(string name, string text)
        {
            var path = Path.Combine(_folder.FullName, name);
            File.WriteAllText(path, text);
            return path;
        }

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
