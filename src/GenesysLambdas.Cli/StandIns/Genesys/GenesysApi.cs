using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GenesysLambdas.Cli.StandIns.Genesys;

/// <summary>Genesys Cloud's own API, with tokens by OAuth2 client credentials that expire after two minutes.</summary>
internal sealed class GenesysApi : IStandIn
{
    public string Api => "GENESYS_API";

    public string? Secret => """{"client_id":"local-client","client_secret":"local-client-secret"}""";

    public string? TokenPath => TokenEndpoint.Path;

    public void Map(IEndpointRouteBuilder routes, StandInToken token)
    {
        var tokens = new IssuedTokens(TimeProvider.System, TimeSpan.FromMinutes(2));
        new TokenEndpoint(token, tokens).Map(routes);
        ExternalContacts.Map(routes, Authenticated);
        DataActions.Map(routes, Authenticated);

        RequestDelegate Authenticated(RequestDelegate next) => context => tokens.Holds(context.Request)
            ? next(context)
            : context.RefuseAsync(StatusCodes.Status401Unauthorized, "bad.credentials", "Invalid login credentials.");
    }
}
