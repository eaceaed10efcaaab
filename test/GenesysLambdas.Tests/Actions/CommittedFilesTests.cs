using GenesysLambdas.Cli.Actions;
using GenesysLambdas.Tests.Support;

namespace GenesysLambdas.Tests.Actions;

public sealed class CommittedFilesTests
{
    /// <summary>The same as <c>genesys-lambdas actions check</c>.</summary>
    [Fact]
    public void The_committed_actions_and_Terraform_files_are_what_the_lookups_say() =>
        Assert.Equal("", string.Join('\n', new ActionCheck(Startup.Lookups.Contracts, Folder(GeneratedFiles.Actions), Folder(GeneratedFiles.Terraform)).Run()));

    private static string Folder(string path) => Repository.Path(path.Split('/'));
}
