namespace GenesysLambdas.Tooling;

/// <summary>The name of an external API, such as <c>WEATHER_API</c>.</summary>
public static class ApiName
{
    /// <summary>The name as paths and secrets have it, such as <c>weather-api</c>.</summary>
    public static string Kebab(string api) => api.ToLowerInvariant().Replace('_', '-');
}
