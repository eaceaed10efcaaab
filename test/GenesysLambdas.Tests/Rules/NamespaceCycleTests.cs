namespace GenesysLambdas.Tests.Rules;

public sealed class NamespaceCycleTests
{
    // To be untangled. What is not tangled any more must leave this list.
    private static readonly HashSet<string> Tangled = new(StringComparer.Ordinal)
    {
        // These namespaces are AWS's own.
        "GenesysLambdas.Aws",
    };

    public static TheoryData<string> Assemblies =>
    [
        .. Directory.GetFiles(AppContext.BaseDirectory, "*.dll")
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Where(name => name == "genesys-lambdas" || (name.StartsWith("GenesysLambdas", StringComparison.Ordinal) && !name.EndsWith("Tests", StringComparison.Ordinal))),
    ];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void No_namespace_depends_on_one_that_depends_on_it(string assembly)
    {
        var cycles = NamespaceGraph.Read(Path.Combine(AppContext.BaseDirectory, $"{assembly}.dll")).DescribeCycles();

        // Assert.Equal would shorten the description.
        Assert.True((cycles.Length > 0) == Tangled.Contains(assembly), cycles.Length > 0 ? cycles : $"{assembly} has no cycles any more.");
    }

    [Fact]
    public void A_cycle_is_described_by_its_namespaces_and_types() => Assert.Equal(
        """
        A, B, C depend on each other:
          A.One uses B.Two
          B.Two uses C.Three
          C.Three uses A.One

        """,
        new NamespaceGraph([new("A.One", "B.Two"), new("B.Two", "C.Three"), new("C.Three", "A.One"), new("C.Three", "D.Four")]).DescribeCycles());

    [Fact]
    public void A_namespace_and_the_one_within_it_are_two() => Assert.StartsWith(
        "A, A.B depend on each other:",
        new NamespaceGraph([new("A.One", "A.B.Two"), new("A.B.Two", "A.One")]).DescribeCycles(),
        StringComparison.Ordinal);
}
