namespace GenesysLambdas.Tooling;

public static class ApiName
{
    /// <summary>The form that paths and secrets use, such as <c>weather-api</c>.</summary>
    public static string Kebab(string api) => api.ToLowerInvariant().Replace('_', '-');
}
