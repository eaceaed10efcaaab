using GenesysLambdas.Core.Phone;

namespace GenesysLambdas.Lookups;

public sealed partial record CustomerByPhoneInputs
{
    [Input("phoneNumber", "The customer's phone number, such as Call.Ani or +1 555 123 4567.", Missing = "Missing phoneNumber field")]
    public required string PhoneNumber { get; init; }
}

public sealed partial record CustomerByPhoneOutputs : LookupOutputs
{
    [Output("status", "success, not_found or error.")]
    public string Status { get; init; } = "";

    [Output("customerId", "The customer's id.")]
    public string CustomerId { get; init; } = "";

    [Output("firstName", "The customer's first name.")]
    public string FirstName { get; init; } = "";

    [Output("lastName", "The customer's last name.")]
    public string LastName { get; init; } = "";

    [Output("tier", "The customer's tier.")]
    public string Tier { get; init; } = "";

    [Output("lastInteractionDate", "The date of the last interaction, such as 2023-10-15.")]
    public string LastInteractionDate { get; init; } = "";
}

[Lookup("customer-by-phone", "Finds a customer by phone number.", Api = typeof(CrmApi))]
public sealed partial class CustomerByPhone(LookupHost host) : Lookup<CustomerByPhoneInputs, CustomerByPhoneOutputs>(host, Contract)
{
    private static readonly CustomerByPhoneOutputs NotFound = new() { Status = "not_found" };
    private static readonly CustomerByPhoneOutputs Nameless = new() { Status = "success" };

    public static IReadOnlyList<Setting> OwnSettings => [PhoneNumber.DefaultCountryCode];

    [LambdaFunction(ResourceName = "CustomerByPhoneFunction")]
    public Task<Answer> LookUpCustomerByPhone(LookupRequest request, ILambdaContext context) => AnswerAsync(request, context);

    protected override async Task<CustomerByPhoneOutputs> LookUpAsync(CustomerByPhoneInputs inputs, ApiCall api)
    {
        if (PhoneNumber.Normalize("phoneNumber", inputs.PhoneNumber, Settings) is not { } number)
        {
            return NotFound;
        }

        var match = await api.SearchAsync(
            $"api/customer/lookup", new CustomerQuery(number), CustomerByPhoneJson.Default.CustomerQuery, CustomerByPhoneJson.Default.CustomerMatch);
        return match switch
        {
            null or { Status: "not_found" } => NotFound,
            { Status: "success", Data: { } customer } => new()
            {
                Status = "success",
                CustomerId = customer.CustomerId ?? "",
                FirstName = customer.FirstName ?? "",
                LastName = customer.LastName ?? "",
                Tier = customer.Tier ?? "",
                LastInteractionDate = customer.LastInteractionDate ?? "",
            },
            _ => throw new LookupException(Failure.UnusableReply("The external API's reply contains neither a customer nor a not_found status")),
        };
    }

    /// <remarks>A customer without any data may be an error, so it is not cached.</remarks>
    protected override bool IsFound(CustomerByPhoneOutputs outputs) => outputs.Status == "success" && outputs != Nameless;

    protected override CustomerByPhoneOutputs Failed(Failure failure) => new() { Status = "error" };
}

internal sealed record CustomerQuery(string PhoneNumber);

internal sealed record CustomerMatch(string? Status, CustomerMatch.Customer? Data)
{
    internal sealed record Customer(string? CustomerId, string? FirstName, string? LastName, string? Tier, string? LastInteractionDate);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(ReplyConverter)])]
[JsonSerializable(typeof(CustomerQuery))]
[JsonSerializable(typeof(CustomerMatch))]
internal sealed partial class CustomerByPhoneJson : JsonSerializerContext;
