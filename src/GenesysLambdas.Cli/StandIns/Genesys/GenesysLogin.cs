namespace GenesysLambdas.Cli.StandIns.Genesys;

/// <summary>Issues tokens for the client id and secret in the current secret, sent by HTTP Basic.</summary>
internal sealed class GenesysLogin(StandInToken client)
{
    public const string Path = "/oauth/token";

    public void Map(IEndpointRouteBuilder routes) => routes.MapPost(Path, async context =>
    {
        if (!client.IsClientOf(context.Request))
        {
            await context.ReplyAsync(StatusCodes.Status401Unauthorized, new JsonObject { ["error"] = "invalid_client" });
        }
        else if (!context.Request.HasFormContentType || (await context.Request.ReadFormAsync())["grant_type"] != "client_credentials")
        {
            await context.ReplyAsync(StatusCodes.Status400BadRequest, new JsonObject { ["error"] = "unsupported_grant_type" });
        }
        else
        {
            await context.ReplyAsync(StatusCodes.Status200OK, new JsonObject
            {
                ["access_token"] = client.Issued.Issue(),
                ["token_type"] = "bearer",
                ["expires_in"] = (int)client.Issued.Lifetime.TotalSeconds,
            });
        }
    });
}
