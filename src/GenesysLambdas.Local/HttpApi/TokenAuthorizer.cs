using GenesysLambdas.Local.Emulator;

namespace GenesysLambdas.Local.HttpApi;

/// <summary>
/// Calls the suite's authorizer function like API Gateway
/// (<see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html">Lambda authorizers</see>), but caches no
/// decisions. A missing token is a 401; a failure of the function is a 500.
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
