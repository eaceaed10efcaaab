using GenesysLambdas.Publishing;
using GenesysLambdas.Tooling.Files;

namespace GenesysLambdas.Testing.Actions;

public abstract class LookupCommittedFilesTests
{
    /// <summary>The same as the command <c>actions check</c>, which throws if the code breaks a contract that may be published.</summary>
    [Fact]
    public void The_code_keeps_to_every_committed_contract_and_the_files_are_what_the_lookups_say()
    {
        LookupUnderTest.SkipUnlessAllAreComplete();

        var check = new ActionCheck(SuiteUnderTestAttribute.Current.Contracts, Folder(GeneratedFiles.Actions), Folder(GeneratedFiles.Terraform));
        Assert.Equal("", string.Join('\n', check.Run()));
    }

    private static string Folder(string path) => Repository.Path(path.Split('/'));
}
