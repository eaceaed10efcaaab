namespace GenesysLambdas.Cli.StandIns;

/// <summary>Customers by id, with a bearer token.</summary>
internal sealed class CustomerStandIn : IStandIn
{
    private static readonly Dictionary<string, (string Name, string Tier, decimal Balance, string Status)> Customers = new()
    {
        ["12345"] = ("John Doe", "gold", 150.00m, "active"),
        ["23456"] = ("Maria Rossi", "platinum", 10250.75m, "active"),
        ["34567"] = ("Sven Öberg", "standard", -42.10m, "suspended"),
        ["45678"] = ("Aiko Mori", "silver", 0m, "closed"),
    };

    public string Api => "CUSTOMER_API";

    public string? Secret => """{"token":"local-customer-token"}""";

    public void Map(IEndpointRouteBuilder routes, StandInToken token) => routes.MapGet("/v1/user-info", context =>
    {
        if (!token.IsBearerOf(context.Request))
        {
            return context.AnswerAsync(StatusCodes.Status401Unauthorized, new JsonObject { ["error"] = "unauthorized" });
        }

        return Customers.TryGetValue(context.Request.Query["id"].ToString(), out var customer)
            ? context.AnswerAsync(StatusCodes.Status200OK, new JsonObject
            {
                ["data"] = new JsonObject { ["name"] = customer.Name, ["tier"] = customer.Tier, ["balance"] = customer.Balance },
                ["status"] = customer.Status,
            })
            : context.AnswerAsync(StatusCodes.Status404NotFound, new JsonObject { ["error"] = "not_found" });
    });
}
