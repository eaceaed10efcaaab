using GenesysLambdas.Scaffolding.Template;
using GenesysLambdas.Testing;
using GenesysLambdas.Tooling;

namespace GenesysLambdas.Scaffolding.Tests.Template;

/// <summary>What marks the generated parts of the template.</summary>
public sealed class MarkerTests
{
    [Theory]
    [InlineData("  # generate: conditions\n", "", "an '# end' has no '# generate: ...' before it")]
    [InlineData("  # end\n\n  HasGenesysRegion", "\n  HasGenesysRegion", "'# generate: conditions' has no '# end'")]
    [InlineData("  # generate: conditions\n", "  # generate: conditions\n  # end\n  # generate: conditions\n", "'# generate: conditions' occurs twice")]
    [InlineData("# generate: conditions\n", "# generate: condition\n", "'# generate: condition' is not a known part")]
    [InlineData("# generate: outputs\n", "# generate: outputs\n  # generate: outputs\n", "'# generate: outputs' has no '# end'")]
    [InlineData("\"AWS/Lambda\"", "\"AWS/Other\"", "the dashboard has no lines of the form")]
    public void Names_a_missing_or_repeated_marker(string text, string damaged, string expected)
    {
        var committed = File.ReadAllText(Repository.Path("template.yaml"));
        Assert.Contains(text, committed, StringComparison.Ordinal);

        var exception = Assert.Throws<ToolException>(() => SamTemplate.Update(committed.Replace(text, damaged, StringComparison.Ordinal), LookupRegistry.Contracts));

        Assert.StartsWith("template.yaml: " + expected, exception.Message, StringComparison.Ordinal);
        Assert.Contains("Restore", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_a_missing_part()
    {
        var committed = File.ReadAllText(Repository.Path("template.yaml"));
        var start = committed.IndexOf("  # generate: outputs\n", StringComparison.Ordinal);

        var exception = Assert.Throws<ToolException>(() => SamTemplate.Update(committed[..start], LookupRegistry.Contracts));

        Assert.StartsWith("template.yaml: '# generate: outputs' is missing.", exception.Message, StringComparison.Ordinal);
    }
}
