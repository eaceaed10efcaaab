using Microsoft.AspNetCore.WebUtilities;

namespace GenesysLambdas.Cli.StandIns.Genesys;

/// <summary>
/// The values that Genesys Cloud's parameter expand accepts, by path, as documented for getExternalcontactsReversewhitepageslookup and
/// getIntegrationsAction (developer.genesys.cloud, API Explorer; the SDKs' ExternalContactsApi and IntegrationsApi say the same).
/// </summary>
internal static class Expansion
{
    /// <summary>The values in a request. One parameter can contain several, separated by commas.</summary>
    public static IReadOnlyList<string> In(string query) =>
        [.. QueryHelpers.ParseQuery(query).GetValueOrDefault("expand").SelectMany(value => (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))];

    /// <summary>The first undocumented value in a request; null if all are documented.</summary>
    public static string? Undocumented(string path, string query) => In(query).FirstOrDefault(value => !Documented(path).Contains(value));

    private static string[] Documented(string path) =>
        path.EndsWith("/api/v2/externalcontacts/reversewhitepageslookup", StringComparison.Ordinal)
            ? ["contacts.externalOrganization", "externalDataSources", "division"]
        : path.Contains("/api/v2/integrations/actions/", StringComparison.Ordinal) ? ["contract"]
        : [];
}
