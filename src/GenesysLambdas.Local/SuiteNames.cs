namespace GenesysLambdas.Local;

/// <summary>What a suite's program and its local secrets are called.</summary>
/// <param name="Name">The suite, such as <c>genesys-lambdas</c>.</param>
/// <param name="Program">The assembly and the executable of its functions, such as <c>GenesysLambdas</c>.</param>
public sealed record SuiteNames(string Name, string Program)
{
    /// <summary>The secret with the token that callers over HTTP must have.</summary>
    public string HttpTokenSecret => $"{Name}/http-token";

    /// <summary>The name of an API's secret, such as <c>genesys-lambdas/weather-api</c>.</summary>
    public string SecretOf(string api) => $"{Name}/{ApiName.Kebab(api)}";
}
