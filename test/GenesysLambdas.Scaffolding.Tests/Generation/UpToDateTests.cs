using GenesysLambdas.Cli;
using GenesysLambdas.Scaffolding.Generation;
using GenesysLambdas.Testing;

namespace GenesysLambdas.Scaffolding.Tests.Generation;

public sealed class UpToDateTests
{
    /// <summary>The same as <c>genesys-lambdas generate --check</c>.</summary>
    [Fact]
    public void All_generated_files_are_up_to_date()
    {
        LookupUnderTest.SkipUnlessAllAreComplete();

        var changes = SuiteFiles.Changes(Repository.Root, LookupRegistry.Contracts);

        Assert.True(changes.Count == 0, $"Run `{ThisSuite.Projects.InShell("generate")}`, and commit what it writes:\n{string.Concat(changes.Select(TextDifference.Of))}");
    }
}
