using System.Text.Json.Serialization;

namespace BareLoop;

internal sealed record Event([property: JsonPropertyName("inputs")] Inputs Inputs);

internal sealed record Inputs([property: JsonPropertyName("customer_id")] string CustomerId, [property: JsonPropertyName("locale")] string Locale = "en-US");

internal sealed record SecretValue(string SecretString);

internal sealed record Account([property: JsonPropertyName("data")] Profile Data, [property: JsonPropertyName("status")] string Status);

internal sealed record Profile([property: JsonPropertyName("name")] string Name, [property: JsonPropertyName("tier")] string Tier, [property: JsonPropertyName("balance")] decimal Balance);

internal sealed record Answer([property: JsonPropertyName("result")] Outputs Result);

internal sealed record Outputs(
    [property: JsonPropertyName("customer_name")] string CustomerName,
    [property: JsonPropertyName("customer_tier")] string CustomerTier,
    [property: JsonPropertyName("customer_balance")] decimal CustomerBalance,
    [property: JsonPropertyName("account_status")] string AccountStatus,
    [property: JsonPropertyName("message")] string Message = "",
    [property: JsonPropertyName("success")] bool Success = true,
    [property: JsonPropertyName("statusCode")] int StatusCode = 200,
    [property: JsonPropertyName("errorCode")] string ErrorCode = "",
    [property: JsonPropertyName("errorMessage")] string ErrorMessage = "");

[JsonSerializable(typeof(Event))]
[JsonSerializable(typeof(SecretValue))]
[JsonSerializable(typeof(Account))]
[JsonSerializable(typeof(Answer))]
internal sealed partial class BareJson : JsonSerializerContext;
