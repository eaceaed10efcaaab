namespace GenesysLambdas.Cli.HttpDoor;

/// <summary>The suite's Lambda authorizer, which is a function without a lookup.</summary>
internal static class HttpAuthorizerFunction
{
    /// <summary>The secret with the token that callers over HTTP must have.</summary>
    public const string SecretName = "genesys-lambdas/http-token";

    /// <summary>The first value of the secret.</summary>
    public const string Token = "local-http-token";

    /// <summary>The setting that names the secret.</summary>
    public const string SecretSetting = "HTTP_TOKEN_SECRET_ID";

    /// <summary>The header that carries the token, unless a setting names another.</summary>
    public const string Authorization = "Authorization";

    /// <summary>The setting that names the header which carries the token.</summary>
    public const string HeaderSetting = "HTTP_TOKEN_HEADER";

    /// <summary>The header that carries the token.</summary>
    /// <param name="settings">The functions' settings.</param>
    public static string Header(IReadOnlyDictionary<string, string> settings) =>
        settings.GetValueOrDefault(HeaderSetting) is { Length: > 0 } header ? header : Authorization;

    /// <summary>What the header holds: a bearer token in Authorization, the bare one in any other.</summary>
    public static string HeaderValue(string header, string token) =>
        header.Equals(Authorization, StringComparison.OrdinalIgnoreCase) ? $"Bearer {token}" : token;

    /// <summary>What the emulator needs to run it. It has no inputs, no outputs and no API.</summary>
    public static LookupContract Contract { get; } = new(
        "http-authorizer", "Checks the token of a call over HTTP.", "HttpAuthorizerFunction", "AuthorizeHttp", new ApiContract("", "", "", RequiresSecret: false), [], []);
}
