namespace GenesysLambdas.Lookups;

public sealed partial record CustomerProfileInputs
{
    [Input("customer_id", "The customer's id.", MaxLength = 64)]
    public required string CustomerId { get; init; }

    [Input("locale", "The language to address the customer in.", Default = "en-US", Format = TextFormat.LanguageTag)]
    public string Locale { get; init; } = "";
}

public sealed partial record CustomerProfileOutputs : LookupOutputs
{
    [Output("customer_name", "The customer's name; Unknown if the customer system has none.")]
    public string CustomerName { get; init; } = "";

    [Output("customer_tier", "The customer's tier; standard if the customer system has none.")]
    public string CustomerTier { get; init; } = "";

    [Output("customer_balance", "The balance of the customer's account.")]
    public decimal CustomerBalance { get; init; }

    [Output("account_status", "The account's status; unknown if the customer system has none.")]
    public string AccountStatus { get; init; } = "";

    [Output("message", "What went wrong; empty on success.")]
    public string Message { get; init; } = "";
}

[Lookup("customer-profile", "Finds a customer's profile by id.", Api = typeof(CustomerApi))]
public sealed partial class CustomerProfile(LookupHost host) : Lookup<CustomerProfileInputs, CustomerProfileOutputs>(host, Contract)
{
    private const string NoName = "Unknown";
    private const string NoTier = "standard";

    // Members that APIs use to describe errors.
    private static readonly string[] OfErrors = ["code", "detail", "error", "errors", "fault", "message", "title"];

    [LambdaFunction(ResourceName = "CustomerProfileFunction")]
    public Task<Answer> LookUpCustomerProfile(LookupRequest request, ILambdaContext context) => AnswerAsync(request, context);

    protected override async Task<CustomerProfileOutputs> LookUpAsync(CustomerProfileInputs inputs, ApiCall api)
    {
        var reply = await api.SendAsync(new(HttpMethod.Get, $"v1/user-info?id={inputs.CustomerId}&locale={inputs.Locale}"));
        var account = reply.Read(CustomerProfileJson.Default.CustomerAccount)
            ?? throw new LookupException(new Failure(ErrorCode.NotFound, "Customer not found"));
        if (account.Data is null && reply.TryReadJson(out var json) && IsSomethingElse(json))
        {
            throw new LookupException(Failure.UnusableReply("The external API's reply contains no customer"));
        }

        return new()
        {
            CustomerName = account.Data?.Name ?? NoName,
            CustomerTier = account.Data?.Tier ?? NoTier,
            CustomerBalance = account.Data?.Balance ?? 0,
            AccountStatus = account.Status ?? "unknown",
        };
    }

    /// <remarks>Defaults alone are not a customer, so they are not cached.</remarks>
    protected override bool IsFound(CustomerProfileOutputs outputs) =>
        outputs is not { CustomerName: NoName, CustomerTier: NoTier, CustomerBalance: 0 };

    protected override string Explain(Failure failure) => failure switch
    {
        { Reason: FailureReason.UnusableReply } => "Failed to parse external API response",
        { Reason: FailureReason.Unreachable or FailureReason.BrokenOff or FailureReason.ErrorStatus } or { Code: ErrorCode.ExternalApiTimeout } =>
            "Failed to connect to external system",
        _ => failure.Message,
    };

    protected override CustomerProfileOutputs Failed(Failure failure) => new() { Message = failure.Message };

    // For example an error object in a reply with status 200, whose own status is often a number.
    private static bool IsSomethingElse(JsonElement reply) =>
        !reply.TryGetProperty("status"u8, out var status) || status.ValueKind == JsonValueKind.Null
            ? reply.EnumerateObject().Any(member => member.Name is not ("data" or "status"))
            : status.ValueKind != JsonValueKind.String
                || Array.Exists(OfErrors, name => reply.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null);
}

internal sealed record CustomerAccount(CustomerAccount.Profile? Data, string? Status)
{
    internal sealed record Profile(string? Name, string? Tier, decimal? Balance);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(ReplyConverter)])]
[JsonSerializable(typeof(CustomerAccount))]
internal sealed partial class CustomerProfileJson : JsonSerializerContext;
