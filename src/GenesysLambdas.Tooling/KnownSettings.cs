namespace GenesysLambdas.Tooling;

/// <summary>The environment variables that a function reads.</summary>
public static class KnownSettings
{
    // What a process may need whatever program it runs: AWS's client, Lambda, .NET, certificates, proxies, locale, folders.
    private static readonly string[] GeneralPrefixes = ["AWS_", "LAMBDA_", "DOTNET_", "SSL_CERT_", "LC_", "LD_"];
    private static readonly string[] General = ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "TZ", "LANG", "PATH", "HOME", "TMPDIR", "TEMP", "TMP"];

    /// <summary>Our own settings.</summary>
    public static IReadOnlySet<string> Names(IEnumerable<LookupContract> contracts) =>
        contracts.SelectMany(contract => contract.Settings).Concat(HttpAccessSettings.All).Select(setting => setting.Name).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether a name is not one of our settings, but one that any process may need. Proxies are often in lower case.</summary>
    public static bool IsGeneral(string name) =>
        Array.Exists(GeneralPrefixes, prefix => name.StartsWith(prefix, StringComparison.Ordinal)) || General.Contains(name.ToUpperInvariant());
}
