using System.Reflection;
using GenesysLambdas.Local.SecretsManager;

namespace GenesysLambdas.Local.StandIns;

/// <summary>Several stand-ins of one API serve different paths and share its secret.</summary>
public static class StandInCatalog
{
    internal const string Root = "/stand-ins";

    /// <summary>Every stand-in in an assembly, sorted by API.</summary>
    public static IReadOnlyList<IStandIn> In(Assembly assembly) =>
    [
        .. assembly.GetTypes()
            .Where(type => type.IsClass && type.IsAssignableTo(typeof(IStandIn)))
            .Select(type => (IStandIn)Activator.CreateInstance(type)!)
            .OrderBy(standIn => standIn.Api, StringComparer.Ordinal)
            .ThenBy(standIn => standIn.GetType().Name, StringComparer.Ordinal),
    ];

    internal static void Map(IReadOnlyList<IStandIn> standIns, IEndpointRouteBuilder routes, SuiteNames names, SecretStore secrets)
    {
        foreach (var api in standIns.GroupBy(standIn => standIn.Api))
        {
            var token = new StandInToken(secrets, names.SecretOf(api.Key));
            foreach (var standIn in api)
            {
                standIn.Map(routes.MapGroup(standIn.Path()), token);
            }
        }
    }

    internal static void AddSecrets(IReadOnlyList<IStandIn> standIns, SuiteNames names, SecretStore secrets)
    {
        foreach (var standIn in standIns.Where(standIn => standIn.Secret is not null).DistinctBy(standIn => standIn.Api))
        {
            secrets.Create(
                names.SecretOf(standIn.Api), new SecretValue(standIn.Secret), $"Token of the {ApiName.Kebab(standIn.Api)} stand-in.");
        }
    }

    /// <summary>The paths and HTTP methods of a stand-in.</summary>
    public static IReadOnlyList<(string Path, IReadOnlyList<string> Methods)> RoutesOf(IStandIn standIn)
    {
        using var app = WebApplication.CreateSlimBuilder().Build();
        standIn.Map(app, new StandInToken(new SecretStore(), ""));
        return
        [
            .. from source in ((IEndpointRouteBuilder)app).DataSources
               from endpoint in source.Endpoints.OfType<RouteEndpoint>()
               select (endpoint.RoutePattern.RawText ?? "", endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []),
        ];
    }

    /// <summary>The path of its base URL, such as <c>/stand-ins/weather-api</c>.</summary>
    public static string Path(this IStandIn standIn) => PathOf(standIn.Api);

    internal static string PathOf(string api) => $"{Root}/{ApiName.Kebab(api)}";
}
