using GenesysLambdas.Core.Phone;

namespace GenesysLambdas.Lookups;

public sealed partial record ContactByPhoneInputs
{
    [Input("phoneNumber", "The contact's phone number, such as Call.Ani or +1 555 123 4567.", Missing = "Missing phoneNumber field")]
    public required string PhoneNumber { get; init; }
}

public sealed partial record ContactByPhoneOutputs : LookupOutputs
{
    [Output("contactFound", "True if an external contact was found.")]
    public bool ContactFound { get; init; }

    [Output("contactId", "The contact's id.")]
    public string ContactId { get; init; } = "";

    [Output("firstName", "The contact's first name.")]
    public string FirstName { get; init; } = "";

    [Output("lastName", "The contact's last name.")]
    public string LastName { get; init; } = "";

    [Output("title", "The contact's title.")]
    public string Title { get; init; } = "";

    [Output("email", "The contact's work email address, or the personal one if there is no other.")]
    public string Email { get; init; } = "";

    [Output("organizationName", "The organization the contact works for.")]
    public string OrganizationName { get; init; } = "";

    [Output("matchCount", "The number of contacts found, of which the outputs describe the first; 25 means 25 or more.")]
    public int MatchCount { get; init; }
}

[Lookup("contact-by-phone", "Finds an external contact in Genesys Cloud by phone number.", Api = typeof(GenesysApi))]
public sealed partial class ContactByPhone(LookupHost host) : Lookup<ContactByPhoneInputs, ContactByPhoneOutputs>(host, Contract)
{
    public static IReadOnlyList<Setting> OwnSettings => [PhoneNumber.DefaultCountryCode];

    [LambdaFunction(ResourceName = "ContactByPhoneFunction")]
    public Task<Answer> LookUpContactByPhone(LookupRequest request, ILambdaContext context) => AnswerAsync(request, context);

    protected override async Task<ContactByPhoneOutputs> LookUpAsync(ContactByPhoneInputs inputs, ApiCall api)
    {
        if (PhoneNumber.Normalize("phoneNumber", inputs.PhoneNumber, Settings) is not { } number)
        {
            return new();
        }

        var matches = await api.GetAsync(
            $"api/v2/externalcontacts/reversewhitepageslookup?lookupVal={number}&expand=contacts.externalOrganization",
            ContactByPhoneJson.Default.ContactMatches);
        return matches is null ? new() : Found([.. Contacts(matches).OfType<ContactMatches.Contact>()]);
    }

    protected override bool IsFound(ContactByPhoneOutputs outputs) => outputs is { ContactFound: true, ContactId.Length: > 0 };

    private static IReadOnlyList<ContactMatches.Contact?> Contacts(ContactMatches matches) =>
        matches.Contacts ?? throw new LookupException(Failure.UnusableReply("The external API's reply contains no list of contacts"));

    private static ContactByPhoneOutputs Found(IReadOnlyList<ContactMatches.Contact> contacts) => contacts is not [var contact, ..] ? new() : new()
    {
        ContactFound = true,
        ContactId = contact.Id ?? "",
        FirstName = contact.FirstName ?? "",
        LastName = contact.LastName ?? "",
        Title = contact.Title ?? "",
        Email = contact.WorkEmail is { Length: > 0 } email ? email : contact.PersonalEmail ?? "",
        OrganizationName = contact.ExternalOrganization?.Name ?? "",
        MatchCount = contacts.Count,
    };
}

internal sealed record ContactMatches(IReadOnlyList<ContactMatches.Contact?>? Contacts)
{
    internal sealed record Contact(
        string? Id,
        string? FirstName,
        string? LastName,
        string? Title,
        string? WorkEmail,
        string? PersonalEmail,
        Organization? ExternalOrganization);

    internal sealed record Organization(string? Name);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(ReplyConverter)])]
[JsonSerializable(typeof(ContactMatches))]
internal sealed partial class ContactByPhoneJson : JsonSerializerContext;
