using GenesysLambdas.Core.Requests;
using GenesysLambdas.Local.Page.Apis;
using GenesysLambdas.Local.Page.Http;
using GenesysLambdas.Local.Server;
using GenesysLambdas.Tooling.HttpApi;

namespace GenesysLambdas.Local.Page;

/// <summary>Describes the lookups, APIs and faults: <c>GET /page/api/suite</c>.</summary>
internal sealed class SuiteApi(LocalServer server, LocalExternalApis apis, ApiSecrets secrets, SavedRequests requests)
{
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/page/api/suite", PageRequest.Handle(context => PageRequest.WriteAsync(context.Response, Describe())));

    private object Describe() => new
    {
        Url = server.Endpoint.GetLeftPart(UriPartial.Authority),
        Http = server.Options.JwtIssuer is null
            ? new { Kind = "token", Header = HttpAuthorizerFunction.Header(server.Options.Settings) }
            : new { Kind = "jwt", Header = HttpTokenHeader.Authorization },
        Lookups = server.Options.Contracts.Select(Describe),
        Apis = apis.All.Select(Describe),
        Faults = Fault.All.Select(fault => new { fault.Name, fault.Description }),
    };

    private object Describe(LookupContract lookup) => new
    {
        lookup.Name,
        lookup.Description,
        lookup.Function,
        Handler = lookup.Method,
        Api = lookup.Api.Name,
        Inputs = lookup.Inputs.Select(Describe),
        Outputs = lookup.Outputs.Select(output => new { output.Name, Type = TypeName.Format(output), output.Description }),
        Requests = requests.Names(lookup.Name),
    };

    private static JsonObject Describe(InputContract input)
    {
        var json = new JsonObject
        {
            ["name"] = input.Name,
            ["type"] = TypeName.Format(input.Type),
            ["description"] = input.Description,
            ["required"] = input.Required,
        };
        if (input.Default is not null)
        {
            json["default"] = JsonNode.Parse(input.Default);
        }

        json["limits"] = Sentence(InputRequirement.Limits(input));
        return json;
    }

    private object Describe(LocalExternalApi api) => new
    {
        api.Name,
        api.Lookups,
        api.HasStandIn,
        Fault = api.Fault.Name,
        Target = api.Target?.BaseUrl,
        Direct = api.DirectAddress,
        Secret = api.SecretName is { } name ? new { Name = name, Exists = secrets.Exists(name) } : null,
        api.Auth,
    };

    private static string Sentence(string limits) => limits.Length == 0 ? "" : $"{char.ToUpperInvariant(limits[0])}{limits[1..]}.";
}
