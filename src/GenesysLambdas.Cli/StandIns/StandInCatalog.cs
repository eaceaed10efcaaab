using GenesysLambdas.Cli.SecretsManager;
using GenesysLambdas.Cli.StandIns.Genesys;

namespace GenesysLambdas.Cli.StandIns;

/// <summary>The stand-ins that the emulator has. A new one is its class and one line here.</summary>
internal static class StandInCatalog
{
    public const string Root = "/stand-ins";

    public static IReadOnlyList<IStandIn> All { get; } =
    [
        new UserApi(),
        new CustomerApi(),
        new WeatherApi(),
        new CrmApi(),
        new GenesysApi(),
    ];

    public static void Map(IEndpointRouteBuilder routes, SecretStore secrets)
    {
        foreach (var standIn in All)
        {
            standIn.Map(routes.MapGroup(standIn.Path()), new StandInToken(secrets, standIn.SecretName()));
        }
    }

    public static void AddSecrets(SecretStore secrets)
    {
        foreach (var standIn in All.Where(standIn => standIn.Secret is not null))
        {
            secrets.Create(standIn.SecretName(), new SecretValue(standIn.Secret, Binary: null), $"Token of the {standIn.Kebab()} stand-in.");
        }
    }

    /// <summary>The path of its base URL, such as <c>/stand-ins/weather-api</c>.</summary>
    public static string Path(this IStandIn standIn) => $"{Root}/{standIn.Kebab()}";

    /// <summary>The name of its secret, such as <c>genesys-lambdas/weather-api</c>.</summary>
    public static string SecretName(this IStandIn standIn) => SecretNameOf(standIn.Api);

    /// <summary>The name of an API's secret, whether it has a stand-in or not.</summary>
    public static string SecretNameOf(string api) => "genesys-lambdas/" + Kebab(api);

    private static string Kebab(this IStandIn standIn) => Kebab(standIn.Api);

    private static string Kebab(string api) => api.ToLowerInvariant().Replace('_', '-');
}
