using Microsoft.CodeAnalysis;

namespace GenesysLambdas.Aws.Tests.Generator;

public sealed class GeneratorRuleTests
{
    [Theory]
    [InlineData("GLAWS001: 'Greet' has the name of its class", "public class Greet { [LambdaFunction] public string Greet(string name) => name; }")]
    [InlineData("GLAWS003: 'Greet' is used by a public generated class", "internal class A { [LambdaFunction] public string Greet(string name) => name; }")]
    [InlineData("GLAWS003: 'Greet' is used by a public generated class", "public class A { [LambdaFunction] internal string Greet(string name) => name; }")]
    [InlineData("GLAWS003: 'Greet' is used by a public generated class", "internal class Outer { public class A { [LambdaFunction] public string Greet(string name) => name; } }")]
    [InlineData("GLAWS004: 'global::B' is not the only class with [LambdaStartup]", "[LambdaStartup] public class A { public void ConfigureServices(IServiceCollection s) { } } [LambdaStartup] public class B { public void ConfigureServices(IServiceCollection s) { } }")]
    [InlineData("GLAWS007: 'Greet' has more than one parameter", "public class A { [LambdaFunction] public string Greet(string first, string last) => first; }")]
    [InlineData("GLAWS008: 'A' needs a public constructor", "[LambdaStartup] public class A { public void Configure(IServiceCollection s) { } }")]
    [InlineData("GLAWS009: 'Greet' must be neither static nor generic", "public class A { [LambdaFunction] public static string Greet(string name) => name; }")]
    [InlineData("GLAWS009: 'Greet' must be neither static nor generic", "public class A<T> { [LambdaFunction] public string Greet(string name) => name; }")]
    public void What_would_fail_later_is_a_compile_error(string problem, string source)
    {
        var (_, problems) = SampleCompilation.Compile(source);

        Assert.Contains(problems, found => found.StartsWith(problem, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("public class A { [LambdaFunction] public Stream Echo(Stream stream, ILambdaContext context) => stream; }")]
    [InlineData("public class A { public A(int optional = 1) { } [LambdaFunction] public void Greet() { } }")]
    [InlineData("public class A { public A() { } public A(Random random) { } [LambdaFunction] public void Greet() { } }")]
    [InlineData("public class Outer { public class A { [LambdaFunction] public Task Greet(ILambdaContext context) => Task.CompletedTask; } }")]
    [InlineData("namespace @if { public class A { [LambdaFunction] public void Greet([FromServices] Random? random) { } } }")]
    public void What_works_compiles_without_warnings(string source) =>
        Assert.Equal([], SampleCompilation.Compile(source).Problems);

    [Fact]
    public void What_has_not_changed_is_not_generated_again()
    {
        var reasons = SampleCompilation.OutputsAfterUnrelatedChange("public class A { [LambdaFunction] public string Greet(string name) => name; }");

        Assert.NotEmpty(reasons);
        Assert.All(reasons, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Theory]
    [InlineData("string?", "string?")]
    [InlineData("System.Collections.Generic.List<string?>", "Task<string?[]>")]
    [InlineData("int?", "(int, string?)")]
    public void Types_are_written_out_with_what_may_be_null(string input, string output) =>
        Assert.Equal([], SampleCompilation.Compile(
            $"public class A {{ [LambdaFunction] public {output} Greet({input} @event) => throw new NotSupportedException(); }}").Problems);

    [Fact]
    public void The_generated_class_has_the_name_and_method_that_AWSs_generator_gives()
    {
        var (compilation, problems) = SampleCompilation.Compile(
            "namespace N { public class A { [LambdaFunction] public Task<string> Greet(ILambdaContext context, [FromServices] Random random, string name) => throw new NotSupportedException(); } }");

        Assert.Equal([], problems);
        var generated = compilation.GetTypeByMetadataName("N.A_Greet_Generated")!;
        Assert.Equal(Accessibility.Public, generated.DeclaredAccessibility);
        var method = Assert.Single(generated.GetMembers("Greet").OfType<IMethodSymbol>());
        Assert.Equal(["__context__", "__name__"], method.Parameters.Select(parameter => parameter.Name));
        Assert.Equal("System.Threading.Tasks.Task<string>", method.ReturnType.ToDisplayString());
    }
}
