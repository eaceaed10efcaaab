namespace GenesysLambdas.Local;

/// <param name="Name">The suite, such as <c>genesys-lambdas</c>.</param>
/// <param name="Program">The functions' assembly and executable, such as <c>GenesysLambdas</c>.</param>
public sealed record SuiteNames(string Name, string Program)
{
    /// <summary>The secret with the HTTP API's token.</summary>
    public string HttpTokenSecret => $"{Name}/http-token";

    /// <summary>For example, <c>genesys-lambdas/weather-api</c>.</summary>
    public string SecretOf(string api) => $"{Name}/{ApiName.Kebab(api)}";
}
