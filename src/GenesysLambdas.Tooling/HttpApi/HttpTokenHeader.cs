namespace GenesysLambdas.Tooling.HttpApi;

/// <summary>How a call of the HTTP API carries its token, deployed as well as local.</summary>
public static class HttpTokenHeader
{
    public static string Authorization => HttpAccessSettings.TokenHeader.Default;

    /// <summary>What the header holds: a bearer token in Authorization, the bare one in any other.</summary>
    public static string Value(string header, string token) =>
        header.Equals(Authorization, StringComparison.OrdinalIgnoreCase) ? $"Bearer {token}" : token;
}
