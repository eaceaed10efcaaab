namespace GenesysLambdas.Tooling;

/// <summary>The environment variables that a function reads.</summary>
public static class KnownSettings
{
    // Variables that any process may need: AWS's client, Lambda, .NET, certificates, proxies, locale, folders.
    private static readonly string[] GeneralPrefixes = ["AWS_", "LAMBDA_", "DOTNET_", "SSL_CERT_", "LC_", "LD_"];
    private static readonly string[] General = ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "TZ", "LANG", "PATH", "HOME", "TMPDIR", "TEMP", "TMP"];

    public static IReadOnlySet<string> Names(IEnumerable<LookupContract> contracts) =>
        contracts.SelectMany(contract => contract.Settings).Concat(HttpAccessSettings.All).Select(setting => setting.Name).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether any process may need the variable. Proxy variables are often in lower case.</summary>
    public static bool IsGeneral(string name) =>
        Array.Exists(GeneralPrefixes, prefix => name.StartsWith(prefix, StringComparison.Ordinal)) || General.Contains(name.ToUpperInvariant());
}
