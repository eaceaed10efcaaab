namespace GenesysLambdas.Tooling.HttpApi;

/// <summary>The header with the token of the HTTP API, both deployed and local.</summary>
public static class HttpTokenHeader
{
    public static string Authorization => HttpAccessSettings.TokenHeader.Default;

    /// <summary>The header's value: a bearer token in Authorization, the token itself in any other header.</summary>
    public static string Value(string header, string token) =>
        header.Equals(Authorization, StringComparison.OrdinalIgnoreCase) ? $"Bearer {token}" : token;
}
