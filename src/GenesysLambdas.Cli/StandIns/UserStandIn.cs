namespace GenesysLambdas.Cli.StandIns;

/// <summary>Users 1 to 10, without authentication.</summary>
internal sealed class UserStandIn : IStandIn
{
    private static readonly (string Name, string Company)[] Users =
    [
        ("Ada Winter", "Winter and Sons"),
        ("Bruno Okafor", "Okafor Logistics"),
        ("Carla Jensen", "Jensen Optics"),
        ("Dmitri Alvarez", "Alvarez Foods"),
        ("Élodie Martin", "Martin & Cie"),
        ("Farid Haddad", "Haddad Textiles"),
        ("Greta Lindqvist", "Lindqvist Energi"),
        ("Hiro Tanaka", "Tanaka Robotics"),
        ("Ines Duarte", "Duarte Media"),
        ("Jonas Weber", "Weber Maschinenbau"),
    ];

    public string Api => "USER_API";

    public string? Secret => null;

    public void Map(IEndpointRouteBuilder routes, StandInToken token) => routes.MapGet("/users/{id}", context =>
        int.TryParse((string?)context.Request.RouteValues["id"], out var id) && id >= 1 && id <= Users.Length
            ? context.AnswerAsync(StatusCodes.Status200OK, User(id))
            : context.AnswerAsync(StatusCodes.Status404NotFound, []));

    private static JsonObject User(int id)
    {
        var (name, company) = Users[id - 1];
        return new JsonObject
        {
            ["id"] = id,
            ["name"] = name,
            ["username"] = name.Split(' ')[0],
            ["email"] = $"user{id}@example.com",
            ["address"] = new JsonObject
            {
                ["street"] = "Market Street",
                ["suite"] = $"Suite {id}",
                ["city"] = "Springfield",
                ["zipcode"] = $"{10000 + id}",
                ["geo"] = new JsonObject { ["lat"] = "50.1109", ["lng"] = "8.6821" },
            },
            ["phone"] = $"+1 555 010 {id:0000}",
            ["website"] = "example.com",
            ["company"] = new JsonObject { ["name"] = company, ["catchPhrase"] = "Here to help", ["bs"] = "service" },
        };
    }
}
