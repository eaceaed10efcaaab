using GenesysLambdas.Publishing;
using GenesysLambdas.Tooling.Files;

namespace GenesysLambdas.Testing.Actions;

public abstract class LookupCommittedFilesTests
{
    /// <summary>The same as the command <c>actions check</c>, which throws if the code breaks a contract that may be published.</summary>
    [Fact]
    public void The_committed_actions_are_up_to_date()
    {
        LookupUnderTest.SkipUnlessAllAreComplete();

        var check = new ActionCheck(SuiteUnderTestAttribute.Current.Contracts, Folder(GeneratedFiles.Actions), Folder(GeneratedFiles.Terraform));
        Assert.Equal("", string.Join('\n', check.Run()));
    }

    private static string Folder(string path) => Repository.Path(path.Split('/'));
}
