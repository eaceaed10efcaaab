using GenesysLambdas.Local.Emulator;

namespace GenesysLambdas.Local.HttpApi;

/// <summary>
/// Asks the suite's authorizer function, as API Gateway does: not without a token, which is a 401, and with 500 if it fails
/// (<see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html">Lambda authorizers</see>).
/// Unlike API Gateway, it remembers no decision.
/// </summary>
/// <param name="function">The authorizer function.</param>
/// <param name="header">The header that carries the token.</param>
internal sealed class TokenAuthorizer(EmulatedFunction function, string header) : IHttpAuthorizer
{
    public async Task<HttpDecision> DecideAsync(HttpRequest request, HttpEvents events)
    {
        var identity = request.Headers[header].ToString();
        if (identity.Length == 0)
        {
            return HttpDecision.Unauthorized;
        }

        var result = await function.InvokeAsync(new QueuedInvocation(events.Authorizer(identity)));
        return result.FunctionError is not null ? HttpDecision.Failed : Read(result.Payload);
    }

    /// <summary>Reads a simple response.</summary>
    private static HttpDecision Read(ReadOnlyMemory<byte> answer)
    {
        try
        {
            var json = JsonDocument.Parse(answer).RootElement;
            return json.ValueKind == JsonValueKind.Object && json.TryGetProperty("isAuthorized", out var decision)
                ? decision.ValueKind switch { JsonValueKind.True => HttpDecision.Admitted, JsonValueKind.False => HttpDecision.Forbidden, _ => HttpDecision.Failed }
                : HttpDecision.Failed;
        }
        catch (JsonException)
        {
            return HttpDecision.Failed;
        }
    }
}
