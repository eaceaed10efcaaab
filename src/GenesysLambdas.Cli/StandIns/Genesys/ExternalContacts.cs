namespace GenesysLambdas.Cli.StandIns.Genesys;

/// <summary>External contacts by phone number in E.164.</summary>
internal static class ExternalContacts
{
    // Genesys Cloud's limit (developer.genesys.cloud, API Explorer).
    private const int MaxMatches = 25;

    private static readonly (
        string Number, string FirstName, string LastName, string Title, string WorkEmail, string PersonalEmail, string Organization)[] People =
    [
        ("+15551234567", "Alice", "Smith", "Head of Purchasing", "alice.smith@acme.example", "alice@example.com", "Acme"),
        ("+442079460123", "Rahul", "Patel", "", "", "rahul@example.com", ""),
        ("+4930901820", "Jürgen", "Groß", "Einkauf", "j.gross@handel.example", "", "Handel GmbH"),
        ("+4930901820", "Mia", "Groß", "Vertrieb", "m.gross@handel.example", "", "Handel GmbH"),
        .. Enumerable.Range(1, 30).Select(number => ("+15550000030", "Extension", $"{number}", "", "", "", "Switchboard Inc.")),
    ];

    public static void Map(IEndpointRouteBuilder routes, Func<RequestDelegate, RequestDelegate> authenticated) =>
        routes.MapGet("/api/v2/externalcontacts/reversewhitepageslookup", authenticated(context =>
        {
            var number = context.Request.Query["lookupVal"].ToString();
            return number.Length == 0
                ? context.RefuseAsync(StatusCodes.Status400BadRequest, "missing.lookup.value", "lookupVal is required.")
                : context.ReplyAsync(StatusCodes.Status200OK, Matches(
                    number, expanded: Expansion.In(context.Request.QueryString.Value ?? "").Contains("contacts.externalOrganization")));
        }));

    private static JsonObject Matches(string number, bool expanded)
    {
        var matches = Enumerable.Range(0, People.Length).Where(index => People[index].Number == number).Take(MaxMatches);
        return new JsonObject
        {
            ["contacts"] = new JsonArray([.. matches.Select(index => Contact(index, expanded))]),
            ["externalOrganizations"] = new JsonArray(),
        };
    }

    // Genesys Cloud omits members without a value.
    private static JsonObject Contact(int index, bool expanded)
    {
        var person = People[index];
        var contact = new JsonObject { ["id"] = $"00000000-0000-4000-8000-{index + 1:d12}", ["firstName"] = person.FirstName, ["lastName"] = person.LastName };
        Add("title", person.Title);
        Add("workEmail", person.WorkEmail);
        Add("personalEmail", person.PersonalEmail);
        if (expanded && person.Organization.Length > 0)
        {
            contact["externalOrganization"] = new JsonObject { ["name"] = person.Organization };
        }

        return contact;

        void Add(string name, string value)
        {
            if (value.Length > 0)
            {
                contact[name] = value;
            }
        }
    }
}
