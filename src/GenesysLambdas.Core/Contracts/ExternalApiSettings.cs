namespace GenesysLambdas.Core.Contracts;

/// <summary>The settings of an external API. Their names start with the API's name.</summary>
/// <param name="tokenUrl">The name of the <see cref="TokenUrl"/> setting, if it does not start with the API's name.</param>
public sealed class ExternalApiSettings(string api, string? tokenUrl = null)
{
    /// <summary>The time-out for connecting, including the TLS handshake, in milliseconds.</summary>
    public const int ConnectTimeout = 2500;

    public Setting BaseUrl => new($"{api}_BASE_URL", "scheme and host, optionally a path; https, or http for this machine only");

    public Setting SecretId => new($"{api}_SECRET_ID", "name or ARN of the secret; if unset or empty, no authentication");

    public Setting Auth => new(
        $"{api}_AUTH",
        "`bearer`, `header:<name>`, `query:<name>`, `basic` or `oauth2`. The header cannot be {reserved headers}, "
        + "or one that begins with {reserved prefixes}: HTTP or the function itself uses these. "
        + "The parameter cannot be one that the lookup already sends");

    public Setting TokenUrl => new(tokenUrl ?? $"{api}_TOKEN_URL", "with `oauth2`: the token endpoint, for the client credentials grant");

    public IntegerSetting Timeout => new(
        $"{api}_TIMEOUT_MS",
        "time-out of one attempt, {range} ms, including up to {connect timeout} ms to connect; a POST or PATCH that writes may take until the deadline",
        Fallback: 3000,
        Minimum: 1,
        Maximum: 60_000);

    public IntegerSetting MaxAttempts => new(
        $"{api}_MAX_ATTEMPTS", "attempts in total, {range}", LookupContract.DefaultMaxAttempts, Minimum: 1, LookupContract.MostAttempts);

    public IntegerSetting CacheSeconds => new(
        $"{api}_CACHE_SECONDS", "how long answers that found something are cached, {range} s; 0 turns caching off", Fallback: 0, Minimum: 0, Maximum: 86_400);

    public IReadOnlyList<Setting> All => [BaseUrl, SecretId, Auth, TokenUrl, Timeout, MaxAttempts, CacheSeconds];
}
