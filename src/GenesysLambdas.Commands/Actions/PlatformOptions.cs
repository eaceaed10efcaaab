using GenesysLambdas.Publishing.Platform;

namespace GenesysLambdas.Commands.Actions;

internal sealed class PlatformOptions(PlatformAccess access, Terminal terminal)
{
    private readonly Option<string?> _integration = Options.Text(
        "--integration", "NAME",
        "The AWS Lambda data actions integration, if the organization has several.");

    private readonly Option<bool> _verbose = Options.Flag("--verbose", "Print each request to standard error, without its contents.", "-v");

    public IReadOnlyList<Option> All => [_integration, _verbose];

    public static string Help =>
        $"sign in with the OAuth client in {OAuthClient.IdVariable} and {OAuthClient.SecretVariable}, in the region that "
        + $"{PlatformRegion.NameVariable} (such as us-east-1) or {PlatformRegion.DomainVariable} (such as mypurecloud.com) names.";

    public PlatformClient Open(ParseResult result) => new(access, terminal.Say, result.GetValue(_verbose) ? terminal.Say : _ => { });

    public Task<Integration> IntegrationAsync(ParseResult result, PlatformClient client, CancellationToken cancellationToken) =>
        Progress.ShowAsync(
            terminal, "Reading the integration", Integration.FindAsync(client, result.GetValue(_integration), cancellationToken), Progress.Patience);
}
