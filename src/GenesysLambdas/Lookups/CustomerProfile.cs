using System.Text.Json.Serialization;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using GenesysLambdas.Answers;
using GenesysLambdas.Contracts;
using GenesysLambdas.ExternalApis;
using GenesysLambdas.Requests;

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

[Lookup("customer-profile", "Finds a customer's profile by id.", Api = "CUSTOMER_API")]
public sealed partial class CustomerProfile(LookupHost host) : Lookup<CustomerProfileInputs, CustomerProfileOutputs>(host, Contract)
{
    [LambdaFunction(ResourceName = "CustomerProfileFunction")]
    public Task<Answer> LookUpCustomerProfile(LookupRequest request, ILambdaContext context) => AnswerAsync(request, context);

    protected override async Task<CustomerProfileOutputs> LookUpAsync(CustomerProfileInputs inputs, ApiCall api)
    {
        var account = await api.GetAsync($"v1/user-info?id={inputs.CustomerId}&locale={inputs.Locale}", CustomerProfileJson.Default.CustomerAccount)
            ?? throw new LookupException(new Failure(ErrorCode.NotFound, "Customer not found"));
        return new()
        {
            CustomerName = account.Data?.Name ?? "Unknown",
            CustomerTier = account.Data?.Tier ?? "standard",
            CustomerBalance = account.Data?.Balance ?? 0,
            AccountStatus = account.Status ?? "unknown",
        };
    }

    protected override bool IsFound(CustomerProfileOutputs outputs) => true;

    protected override string Explain(Failure failure) => failure switch
    {
        { Reason: FailureReason.UnusableReply } => "Failed to parse external API response",
        { Reason: FailureReason.Unreachable or FailureReason.BrokenOff or FailureReason.ErrorStatus } or { Code: ErrorCode.ExternalApiTimeout } => "Failed to connect to external system",
        _ => failure.Message,
    };

    protected override CustomerProfileOutputs Failed(Failure failure) => new() { Message = failure.Message };
}

internal sealed record CustomerAccount(CustomerAccount.Profile? Data, string? Status)
{
    internal sealed record Profile(
        string? Name,
        string? Tier,
        [property: JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)] decimal? Balance);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(TextConverter)])]
[JsonSerializable(typeof(CustomerAccount))]
internal sealed partial class CustomerProfileJson : JsonSerializerContext;
