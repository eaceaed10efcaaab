using GenesysLambdas.Tooling.HttpApi;

namespace GenesysLambdas.Local.Emulator;

/// <summary>The environment variables that a function reads.</summary>
public static class KnownSettings
{
    /// <summary>The settings that belong to no single API.</summary>
    public static IReadOnlyList<string> Shared { get; } =
    [
        "SECRET_CACHE_SECONDS", "DEADLINE_RESERVE_MS", "HTTP_STATUS", "METRICS_STACK", "TRUSTED_ROOTS", "DEFAULT_COUNTRY_CODE",
        "GENESYS_REGION_DOMAIN", "GENESYS_EXECUTE_PATH", "GENESYS_INVOCATIONS_PATH", "INVOKE_PAYLOAD_RULES",
        HttpAuthorizerFunction.SecretSetting, HttpAuthorizerFunction.HeaderSetting,
    ];

    private static readonly string[] OfEachApi = ["BASE_URL", "SECRET_ID", "AUTH", "TIMEOUT_MS", "MAX_ATTEMPTS", "CACHE_SECONDS"];

    // What a process may need whatever program it runs: AWS's client, Lambda, .NET, certificates, proxies, locale, folders.
    private static readonly string[] GeneralPrefixes = ["AWS_", "LAMBDA_", "DOTNET_", "SSL_CERT_", "LC_", "LD_"];
    private static readonly string[] General = ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "TZ", "LANG", "PATH", "HOME", "TMPDIR", "TEMP", "TMP"];

    public static IEnumerable<string> Names(IEnumerable<LookupContract> contracts) => contracts.SelectMany(contract => Names(contract.Api)).Concat(Shared).Distinct();

    /// <summary>Whether a name is not one of our settings, but one that any process may need. Proxies are often in lower case.</summary>
    public static bool IsGeneral(string name) =>
        Array.Exists(GeneralPrefixes, prefix => name.StartsWith(prefix, StringComparison.Ordinal)) || General.Contains(name.ToUpperInvariant());

    private static IEnumerable<string> Names(ApiContract api) => OfEachApi.Select(setting => $"{api.Name}_{setting}").Append(api.TokenUrlSetting);
}
