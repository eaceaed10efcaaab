using GenesysLambdas.Local.Emulator;

namespace GenesysLambdas.Local.HttpApi;

/// <summary>
/// Asks the suite's authorizer function, as API Gateway does: not without a token, which is a 401, and with 500 if it fails
/// (<see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html">Lambda authorizers</see>).
/// Unlike API Gateway, it caches no decision.
/// </summary>
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
        return result.FunctionError is not null ? HttpDecision.Failed : DecisionIn(result.Payload);
    }

    private static HttpDecision DecisionIn(ReadOnlyMemory<byte> answer) =>
        UntrustedJson.Parse(answer) is { ValueKind: JsonValueKind.Object } json && json.TryGetProperty("isAuthorized", out var decision)
            ? decision.ValueKind switch
            {
                JsonValueKind.True => HttpDecision.Admitted,
                JsonValueKind.False => HttpDecision.Forbidden,
                _ => HttpDecision.Failed,
            }
            : HttpDecision.Failed;
}
