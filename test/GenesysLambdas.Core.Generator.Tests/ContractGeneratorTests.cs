using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GenesysLambdas.Core.Generator.Tests;

public sealed class ContractGeneratorTests
{
    private const string Inputs = "public sealed partial record In { [Input(\"a\", \"A.\")] public required string A { get; init; } }";
    private const string Outputs = "public sealed partial record Out : LookupOutputs { [Output(\"b\", \"B.\")] public bool B { get; init; } }";
    private const string Api = "[ExternalApi(\"X\", BaseUrl = \"https://x.example\", RequiresSecret = true)] public sealed class XApi;";
    private const string Lookup = """
        [Lookup("some-lookup", "Finds.", Api = typeof(XApi))]
        public sealed partial class Some(LookupHost host) : Lookup<In, Out>(host, Contract)
        {
            [Amazon.Lambda.Annotations.LambdaFunction(ResourceName = "SomeLookupFunction")]
            public Task<Answer> LookUpSome(LookupRequest request, Amazon.Lambda.Core.ILambdaContext context) => AnswerAsync(request, context);
            protected override Task<Out> LookUpAsync(In inputs, GenesysLambdas.Core.ExternalApis.ApiCall api) => Task.FromResult(new Out { B = inputs.A == "yes" });
        }
        """;

    [Fact]
    public void A_lookup_compiles_with_its_generated_code()
    {
        var (compilation, problems) = SampleCompilation.Generate(Inputs, Outputs, Api, Lookup);

        Assert.Empty(problems);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
    }

    [Theory]
    [InlineData("header:Host", "a header other than those that HTTP or this suite uses, such as Host, Content-Type and User-Agent")]
    [InlineData("Header: content-type", "a header other than those that HTTP or this suite uses, such as Host, Content-Type and User-Agent")]
    [InlineData("digest", "bearer, header:<name>, query:<name>, basic or oauth2")]
    [InlineData("query:a&b", "bearer, header:<name>, query:<name>, basic or oauth2")]
    [InlineData("header:X-Api-Key", null)]
    public void An_invalid_Auth_is_an_error(string auth, string? requirement)
    {
        var (_, problems) = SampleCompilation.Generate(Inputs, Outputs, Lookup, Api.Replace("RequiresSecret = true", $"Auth = \"{auth}\"", StringComparison.Ordinal));

        Assert.Equal(requirement is null ? [] : [$"The Auth of XApi must be {requirement}"], problems.Select(problem => problem.GetMessage()));
        Assert.All(problems, problem => Assert.Equal(("GL013", DiagnosticSeverity.Error), (problem.Id, problem.Severity)));
    }

    [Theory]
    [InlineData("int.MinValue", false)]
    [InlineData("-1", false)]
    [InlineData("0", false)]
    [InlineData("1", true)]
    [InlineData("10", true)]
    [InlineData("11", false)]
    public void MaxAttempts_has_the_range_of_its_setting(string attempts, bool isValid)
    {
        var (_, problems) = SampleCompilation.Generate(Inputs, Outputs, Api, Lookup.Replace("typeof(XApi)", $"typeof(XApi), MaxAttempts = {attempts}", StringComparison.Ordinal));

        Assert.Equal(isValid ? [] : ["The MaxAttempts of Some must be 1 to 10"], problems.Select(problem => problem.GetMessage()));
        Assert.All(problems, problem => Assert.Equal(("GL014", DiagnosticSeverity.Error), (problem.Id, problem.Severity)));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData(", HttpByDefault = true", false)]
    [InlineData(", HttpByDefault = false", true)]
    public void HttpByDefault_is_in_the_contract(string argument, bool said)
    {
        var lookup = Lookup.Replace("typeof(XApi)", "typeof(XApi)" + argument, StringComparison.Ordinal);
        var (compilation, problems) = SampleCompilation.Generate(Inputs, Outputs, Api, lookup);

        Assert.Empty(problems);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        Assert.Equal(said, compilation.SyntaxTrees.Any(tree => tree.ToString().Contains("HttpByDefault = false }", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_unchanged_lookup_is_generated_from_the_cache()
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new ContractGenerator().AsSourceGenerator()], driverOptions: new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        var compilation = SampleCompilation.Of(Inputs, Outputs, Api, Lookup);
        driver = driver.RunGenerators(compilation).RunGenerators(compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Other;")));

        var outputs = driver.GetRunResult().Results.Single().TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs);
        Assert.NotEmpty(outputs);
        Assert.All(outputs, output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
    }

    [Theory]
    [InlineData("GL001", "public sealed record In { [Input(\"a\", \"\")] public string A { get; init; } = \"\"; }")]
    [InlineData("GL001", "public class Outer { public sealed partial record In { [Input(\"a\", \"\")] public string A { get; init; } = \"\"; } }")]
    [InlineData("GL002", "public sealed partial record In { [Input(\"a\", \"\")] public object A { get; init; } = \"\"; }")]
    [InlineData("GL002", "public sealed partial record In { [Input(\"a\", \"\")] public double? A { get; init; } }")]
    [InlineData("GL002", "public sealed partial record In { [Input(\"a\", \"\")] public System.Text.Json.JsonElement? A { get; init; } }")]
    [InlineData("GL002", "public sealed partial record Out : LookupOutputs { [Output(\"a\", \"\")] public int? A { get; init; } }")]
    [InlineData("GL003", "public sealed partial record In { [Input(\"1a\", \"\")] public int A { get; init; } }")]
    [InlineData("GL003", "public sealed partial record In { [Input(\"a b\", \"\")] public int A { get; init; } }")]
    [InlineData("GL003", "public sealed partial record In { [Input(\"\", \"\")] public int A { get; init; } }")]
    [InlineData("GL003", "public sealed partial record In { [Input(\"rawRequest\", \"\")] public int A { get; init; } }")]
    [InlineData("GL003", "public sealed partial record In { [Input(\"conversationId\", \"\")] public string A { get; init; } = \"\"; }")]
    [InlineData("GL004", "public sealed partial record In { [Input(\"a\", \"\")] public int A { get; init; } [Input(\"a\", \"\")] public int B { get; init; } }")]
    [InlineData("GL008", "public sealed partial record In { [Input(\"a\", \"\", Default = \"x\")] public int A { get; init; } }")]
    [InlineData("GL008", "public sealed partial record In { [Input(\"a\", \"\", Default = \"{}\")] public System.Text.Json.JsonElement A { get; init; } }")]
    [InlineData("GL002", "public sealed partial record Out : LookupOutputs { [Output(\"a\", \"\")] public System.Text.Json.JsonElement A { get; init; } }")]
    [InlineData("GL008", "public sealed partial record In { [Input(\"a\", \"\", Default = \"x\")] public required string A { get; init; } }")]
    [InlineData("GL002", "public sealed partial record Out : LookupOutputs { [Output(\"a\", \"\")] public double A { get; init; } }")]
    [InlineData("GL002", "public sealed partial record Out : LookupOutputs { [Output(\"a\", \"\")] public IReadOnlyList<In> A { get; init; } = []; }")]
    [InlineData("GL003", "public sealed partial record Out : LookupOutputs { [Output(\"success\", \"\")] public bool A { get; init; } }")]
    [InlineData("GL005", "public sealed partial record Out { [Output(\"a\", \"\")] public bool A { get; init; } }")]
    [InlineData("GL006", "[Lookup(\"a\", \"\", Api = typeof(int))] public sealed partial class Some;")]
    [InlineData("GL007", "[Lookup(\"a\", \"\", Api = typeof(int))] public abstract partial class Some(LookupHost host) : Lookup<In, Out>(host, null!);")]
    [InlineData("GL008", "public sealed partial record In { [Input(\"a\", \"\", Default = 5000000000)] public int A { get; init; } }")]
    [InlineData("GL008", "public sealed partial record In { [Input(\"a\", \"\", Default = 0, Minimum = 1)] public int A { get; init; } }")]
    [InlineData("GL008", "public sealed partial record In { [Input(\"a\", \"\", Default = 101, Maximum = 100)] public long A { get; init; } }")]
    [InlineData("GL008", "public sealed partial record In { [Input(\"a\", \"\", Default = 0.5, Minimum = 1)] public decimal A { get; init; } }")]
    [InlineData("GL008", "public sealed partial record In { [Input(\"a\", \"\", Default = double.NaN)] public decimal A { get; init; } }")]
    [InlineData("GL008", "public sealed partial record In { [Input(\"a\", \"\", Default = \"a\", MinLength = 2)] public string A { get; init; } = \"\"; }")]
    [InlineData("GL008", "public sealed partial record In { [Input(\"a\", \"\", Default = \"abc\", MaxLength = 2)] public string A { get; init; } = \"\"; }")]
    [InlineData("GL008", "public sealed partial record In { [Input(\"a\", \"\", Default = \"a\\tb\")] public string A { get; init; } = \"\"; }")]
    [InlineData("GL008", "public sealed partial record In { [Input(\"a\", \"\", Default = \"en_US\", Format = TextFormat.LanguageTag)] public string A { get; init; } = \"\"; }")]
    [InlineData("GL008", "public sealed partial record In { [Input(\"a\", \"\", Default = \"..\", Format = TextFormat.PathSegment)] public string A { get; init; } = \"\"; }")]
    [InlineData("GL008", "public sealed partial record In { [Input(\"a\", \"\", Default = \"a/b\", Format = TextFormat.PathSegment)] public string A { get; init; } = \"\"; }")]
    [InlineData("GL008", "public sealed partial record In { [Input(\"a\", \"\", Default = 1)] public int? A { get; init; } }")]
    [InlineData("GL008", "public sealed partial record In { [Input(\"a\", \"\", Default = \"x\")] public string? A { get; init; } }")]
    [InlineData("GL009", "public sealed partial record In { [Input(\"a\", \"\")] public required bool? A { get; init; } }")]
    [InlineData("GL009", "public sealed partial record In { [Input(\"a\", \"\")] public required string? A { get; init; } }")]
    [InlineData("GL011", "public sealed partial record Out : LookupOutputs { [Output(\"a\", \"\", MaxLength = 0)] public string A { get; init; } = \"\"; }")]
    [InlineData("GL011", "public sealed partial record Out : LookupOutputs { [Output(\"a\", \"\", MaxLength = -1)] public string A { get; init; } = \"\"; }")]
    [InlineData("GL011", "public sealed partial record Out : LookupOutputs { [Output(\"a\", \"\", MaxLength = 1000001)] public string A { get; init; } = \"\"; }")]
    [InlineData("GL011", "public sealed partial record Out : LookupOutputs { [Output(\"a\", \"\", MaxLength = 5)] public int A { get; init; } }")]
    [InlineData("GL011", "public sealed partial record Out : LookupOutputs { [Output(\"a\", \"\", MaxLength = 5)] public bool A { get; init; } }")]
    [InlineData("GL011", "public sealed partial record Out : LookupOutputs { [Output(\"a\", \"\", MaxLength = 5, Json = true)] public string A { get; init; } = \"\"; }")]
    [InlineData("GL011", "public sealed partial record Out : LookupOutputs { [Output(\"a\", \"\", MaxItems = 5)] public string A { get; init; } = \"\"; }")]
    [InlineData("GL011", "public sealed partial record Out : LookupOutputs { [Output(\"a\", \"\", MaxItems = 0)] public IReadOnlyList<string> A { get; init; } = []; }")]
    [InlineData("GL011", "public sealed partial record Out : LookupOutputs { [Output(\"a\", \"\", MaxItems = 1000001)] public IReadOnlyList<string> A { get; init; } = []; }")]
    [InlineData("GL011", "public sealed partial record Out : LookupOutputs { [Output(\"a\", \"\", MaxLength = 0)] public IReadOnlyList<string> A { get; init; } = []; }")]
    [InlineData("GL011", "public sealed partial record Out : LookupOutputs { [Output(\"a\", \"\", Json = true)] public decimal A { get; init; } }")]
    [InlineData("GL011", "public sealed partial record Out : LookupOutputs { [Output(\"a\", \"\", Json = true)] public IReadOnlyList<string> A { get; init; } = []; }")]
    [InlineData("GL014", "public sealed partial record In { [Input(\"a\", \"\", MinLength = -1)] public string A { get; init; } = \"\"; }")]
    [InlineData("GL014", "public sealed partial record In { [Input(\"a\", \"\", MaxLength = 0)] public string A { get; init; } = \"\"; }")]
    [InlineData("GL014", "public sealed partial record In { [Input(\"a\", \"\", MaxLength = -1)] public System.Text.Json.JsonElement A { get; init; } }")]
    [InlineData("GL014", "public sealed partial record In { [Input(\"a\", \"\", MinLength = 256)] public string A { get; init; } = \"\"; }")]
    [InlineData("GL014", "public sealed partial record In { [Input(\"a\", \"\", MinLength = 3, MaxLength = 2)] public string? A { get; init; } }")]
    [InlineData("GL014", "public sealed partial record In { [Input(\"a\", \"\", MinLength = 1)] public System.Text.Json.JsonElement A { get; init; } }")]
    [InlineData("GL014", "public sealed partial record In { [Input(\"a\", \"\", MaxLength = 5)] public int A { get; init; } }")]
    [InlineData("GL014", "public sealed partial record In { [Input(\"a\", \"\", Minimum = 2, Maximum = 1)] public long A { get; init; } }")]
    [InlineData("GL014", "public sealed partial record In { [Input(\"a\", \"\", Minimum = 3e9)] public int A { get; init; } }")]
    [InlineData("GL014", "public sealed partial record In { [Input(\"a\", \"\", Maximum = -3e9)] public int? A { get; init; } }")]
    [InlineData("GL014", "public sealed partial record In { [Input(\"a\", \"\", Maximum = double.NaN)] public decimal A { get; init; } }")]
    [InlineData("GL014", "public sealed partial record In { [Input(\"a\", \"\", Minimum = 1)] public string A { get; init; } = \"\"; }")]
    [InlineData("GL012", "public sealed partial record In { [Input(\"a\", \"A\\u202E.\")] public int A { get; init; } }")]
    [InlineData("GL012", "public sealed partial record In { [Input(\"a\", \"\", Missing = \"\\u2066a\")] public required string A { get; init; } }")]
    [InlineData("GL012", "public sealed partial record In { [Input(\"a\", \"\", Default = \"\\u2028\")] public string A { get; init; } = \"\"; }")]
    [InlineData("GL012", "public sealed partial record Out : LookupOutputs { [Output(\"a\", \"\\u2069\")] public bool A { get; init; } }")]
    [InlineData("GL012", "[ExternalApi(\"X\", BaseUrl = \"https://x.example/\\u202E\")] public sealed class XApi;")]
    [InlineData("GL017", "[ExternalApi(\"\")] public sealed class XApi;")]
    [InlineData("GL017", "[ExternalApi(\"1X\")] public sealed class XApi;")]
    [InlineData("GL017", "[ExternalApi(\"X_\")] public sealed class XApi;")]
    [InlineData("GL017", "[ExternalApi(\"X__API\")] public sealed class XApi;")]
    [InlineData("GL017", "[ExternalApi(\"x_api\")] public sealed class XApi;")]
    [InlineData("GL017", "[ExternalApi(\"X-API\")] public sealed class XApi;")]
    [InlineData("GL017", "[ExternalApi(null!)] public sealed class XApi;")]
    [InlineData("GL016", "[ExternalApi(\"X\")] public sealed class XApi; [ExternalApi(\"X\", Auth = \"basic\")] public sealed class OtherApi;")]
    public void An_invalid_lookup_is_an_error_at_its_location(string id, string source)
    {
        var (_, problems) = SampleCompilation.Generate(source);

        var problem = Assert.Single(problems);
        Assert.Equal((id, DiagnosticSeverity.Error), (problem.Id, problem.Severity));
        Assert.True(problem.Location.IsInSource);
    }

    [Fact]
    public void An_invisible_character_in_a_lookups_description_is_an_error()
    {
        var (_, problems) = SampleCompilation.Generate(Inputs, Outputs, Api, Lookup.Replace("Finds.", "F\\u202Ainds.", StringComparison.Ordinal));

        Assert.Equal("GL012", Assert.Single(problems).Id);
    }

    [Theory]
    [InlineData("typeof(XApi)", null)]
    [InlineData("typeof(In)", "GL015")]
    [InlineData("typeof(NoSuchApi)", "GL015")]
    [InlineData("typeof(List<XApi>)", "GL015")]
    [InlineData("null!", "GL015")]
    [InlineData("\"X\", BaseUrl = \"https://x.example\"", "GL015")] // As it was written once.
    public void A_lookup_names_a_class_with_ExternalApi(string api, string? id)
    {
        var (_, problems) = SampleCompilation.Generate(Inputs, Outputs, Api, Lookup.Replace("typeof(XApi)", api, StringComparison.Ordinal));

        Assert.Equal(id is null ? [] : [id], problems.Select(problem => problem.Id));
        Assert.All(problems, problem => Assert.StartsWith("The Api of Some must be a class with [ExternalApi(\"USER_API\")], named as typeof(UserApi)", problem.GetMessage(), StringComparison.Ordinal));
    }

    [Fact]
    public void A_contract_contains_its_APIs_declaration()
    {
        const string api = """
            [ExternalApi("X_API", BaseUrl = "https://x.{REGION}", Auth = "oauth2", TokenUrl = "https://login.x.example", TokenUrlSetting = "X_LOGIN", RequiresSecret = true)]
            public sealed class XApi;
            """;
        var (compilation, problems) = SampleCompilation.Generate(Inputs, Outputs, api, Lookup.Replace("typeof(XApi)", "typeof(XApi), MaxAttempts = 5", StringComparison.Ordinal));

        Assert.Empty(problems);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        var contract = compilation.SyntaxTrees.Select(tree => tree.ToString()).Single(text => text.Contains("partial class Some\n", StringComparison.Ordinal) && text.Contains("auto-generated", StringComparison.Ordinal));
        Assert.Contains(
            "new(\"X_API\", \"https://x.{REGION}\", \"oauth2\", RequiresSecret: true) { TokenUrl = \"https://login.x.example\", TokenUrlSetting = \"X_LOGIN\" },",
            contract,
            StringComparison.Ordinal);
        Assert.Contains(", MaxAttempts = 5 };", contract, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Default = 2147483647)] public int A { get; init; }")]
    [InlineData("Default = 5000000000)] public long A { get; init; }")]
    [InlineData("Default = 1, Minimum = 1, Maximum = 1)] public int A { get; init; }")]
    [InlineData("Default = 0.5, Minimum = 0.5)] public decimal A { get; init; }")]
    [InlineData("Default = true)] public bool A { get; init; }")]
    [InlineData("Default = \"ab\", MinLength = 2, MaxLength = 2)] public string A { get; init; } = \"\";")]
    [InlineData("Default = \"en-US\", Format = TextFormat.LanguageTag)] public string A { get; init; } = \"\";")]
    [InlineData("Default = \"a\", Format = TextFormat.PathSegment)] public string A { get; init; } = \"\";")]
    public void A_valid_default_compiles(string input)
    {
        var (compilation, problems) = SampleCompilation.Generate($"public sealed partial record In {{ [Input(\"a\", \"\", {input} }}");

        Assert.Empty(problems);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
    }

    [Theory]
    [InlineData("MaxLength = 1)] public string A { get; init; } = \"\";", "MaxLength = 1")]
    [InlineData("MaxLength = 1000000)] public string A { get; init; } = \"\";", "MaxLength = 1000000")]
    [InlineData("MaxItems = 10000, MaxLength = 5)] public IReadOnlyList<string> A { get; init; } = [];", "MaxLength = 5, MaxItems = 10000")]
    [InlineData("Json = true)] public string A { get; init; } = \"\";", "IsJson = true")]
    public void The_limits_of_an_output_are_in_its_contract(string output, string contract)
    {
        var (compilation, problems) = SampleCompilation.Generate($"public sealed partial record Out : LookupOutputs {{ [Output(\"a\", \"\", {output} }}");

        Assert.Empty(problems);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        Assert.Contains($"{{ {contract} }}", compilation.SyntaxTrees.Last().ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("string?")]
    [InlineData("int?")]
    [InlineData("long?")]
    [InlineData("decimal?")]
    [InlineData("bool?")]
    public void An_input_of_a_nullable_type_compiles(string type)
    {
        var (compilation, problems) = SampleCompilation.Generate($"public sealed partial record In {{ [Input(\"a\", \"\")] public {type} A {{ get; init; }} }}");

        Assert.Empty(problems);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
    }

    [Theory]
    [InlineData("In", "Input", "The input 'a' cannot be of type double: an input is a string, int, long, decimal or bool, each also with a question mark, or JsonElement")]
    [InlineData("Out : LookupOutputs", "Output", "The output 'a' cannot be of type double: an output is a string, int, long, decimal, bool or IReadOnlyList<string>")]
    public void An_unsupported_type_is_an_error_that_lists_the_supported_ones(string record, string attribute, string message)
    {
        var (_, problems) = SampleCompilation.Generate($"public sealed partial record {record} {{ [{attribute}(\"a\", \"\")] public double A {{ get; init; }} }}");

        Assert.Equal(message, Assert.Single(problems).GetMessage());
    }
}
