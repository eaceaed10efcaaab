namespace GenesysLambdas.Cli.StandIns.Genesys;

/// <summary>Genesys Cloud's API, with OAuth2 client credentials and tokens that expire after two minutes.</summary>
internal sealed class GenesysStandIn : IStandIn
{
    public string Api => "GENESYS_API";

    public string? Secret => """{"client_id":"local-client","client_secret":"local-client-secret"}""";

    public string? TokenPath => GenesysLogin.Path;

    // Genesys Cloud's public API has no such path. The stand-in has one so that you can try list-invocations.
    public IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["GENESYS_INVOCATIONS_PATH"] = DataActions.InvocationsPath.Replace("{id}", "{dataActionId}", StringComparison.Ordinal),
    };

    public void Map(IEndpointRouteBuilder routes, StandInToken token)
    {
        new GenesysLogin(token).Map(routes);
        ExternalContacts.Map(routes, Authenticated);
        DataActions.Map(routes, Authenticated);

        RequestDelegate Authenticated(RequestDelegate next) => context =>
            !token.Issued.Holds(context.Request) ? context.RefuseAsync(StatusCodes.Status401Unauthorized, "bad.credentials", "Invalid login credentials.")
            : Expansion.Undocumented(context.Request.Path, context.Request.QueryString.Value ?? "") is { } value
                ? context.RefuseAsync(StatusCodes.Status400BadRequest, "bad.request", $"The value '{value}' of the parameter expand is not valid.")
            : next(context);
    }
}
