namespace GenesysLambdas.Cli.StandIns;

/// <summary>Customers by phone number in E.164, with a bearer token.</summary>
internal sealed class CrmStandIn : IStandIn
{
    private static readonly Dictionary<string, (string Id, string FirstName, string LastName, string Tier, string LastInteraction)> Customers = new()
    {
        ["+15551234567"] = ("CUST-001", "Alice", "Smith", "Gold", "2023-10-15"),
        ["+442079460123"] = ("CUST-002", "Rahul", "Patel", "Silver", "2024-02-29"),
        ["+4930901820"] = ("CUST-003", "Jürgen", "Groß", "Platinum", "2025-06-01"),
        ["+3225550123"] = ("CUST-004", "Noor", "Peeters", "Standard", ""),
    };

    public string Api => "CRM_API";

    public string? Secret => "local-crm-token";

    public void Map(IEndpointRouteBuilder routes, StandInToken token) => routes.MapPost("/api/customer/lookup", async context =>
    {
        if (!token.IsBearerOf(context.Request))
        {
            await context.AnswerAsync(StatusCodes.Status401Unauthorized, Error("unauthorized"));
        }
        else if ((await context.ReadAsync())?["phoneNumber"] is not { } number || number.GetValueKind() != JsonValueKind.String)
        {
            await context.AnswerAsync(StatusCodes.Status400BadRequest, Error("phoneNumber is required"));
        }
        else
        {
            await context.AnswerAsync(StatusCodes.Status200OK, Find(number.GetValue<string>()));
        }
    });

    private static JsonObject Find(string number) => Customers.TryGetValue(number, out var customer)
        ? new JsonObject
        {
            ["status"] = "success",
            ["data"] = new JsonObject
            {
                ["customerId"] = customer.Id,
                ["firstName"] = customer.FirstName,
                ["lastName"] = customer.LastName,
                ["tier"] = customer.Tier,
                ["lastInteractionDate"] = customer.LastInteraction,
            },
        }
        : new JsonObject { ["status"] = "not_found", ["data"] = null };

    private static JsonObject Error(string message) => new() { ["status"] = "error", ["message"] = message };
}
