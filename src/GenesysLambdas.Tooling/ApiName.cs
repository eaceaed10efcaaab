namespace GenesysLambdas.Tooling;

public static class ApiName
{
    /// <summary>The name as paths and secrets have it, such as <c>weather-api</c>.</summary>
    public static string Kebab(string api) => api.ToLowerInvariant().Replace('_', '-');
}
