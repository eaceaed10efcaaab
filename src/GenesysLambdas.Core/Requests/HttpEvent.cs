using System.Text.Json;

namespace GenesysLambdas.Requests;

/// <summary>
/// An HTTP request as API Gateway's HTTP API or a function URL passes it on, in payload format 2.0
/// (docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html).
/// Its headers hold credentials, and its authorizer's claims are private: nothing here is logged but the two ids.
/// </summary>
internal sealed class HttpEvent
{
    private readonly JsonElement _root;

    private HttpEvent(JsonElement root) => _root = root;

    /// <summary>The HTTP request in an event; null if it is another kind of event.</summary>
    public static HttpEvent? Find(JsonElement root) =>
        InputJson.Member(root, "version") is { ValueKind: JsonValueKind.String } version && version.ValueEquals("2.0"u8)
        && InputJson.Member(InputJson.Member(root, "requestContext"), "http").ValueKind == JsonValueKind.Object
            ? new(root)
            : null;

    /// <summary>API Gateway's id of the request, which its access log has, too.</summary>
    public JsonElement RequestId => InputJson.Member(InputJson.Member(_root, "requestContext"), "requestId");

    /// <summary>The id that the caller groups requests by.</summary>
    public JsonElement CorrelationId => Headers("x-correlation-id").FirstOrDefault();

    /// <summary>Whether API Gateway asks if the request may pass, rather than for its answer.</summary>
    public bool AsksForAuthorization =>
        InputJson.Member(_root, "type") is { ValueKind: JsonValueKind.String } type && type.ValueEquals("REQUEST"u8)
        && InputJson.Member(_root, "routeArn").ValueKind == JsonValueKind.String;

    /// <summary>What API Gateway keeps the answer of an authorizer for; undefined: nothing.</summary>
    public JsonElement IdentitySource => InputJson.Member(_root, "identitySource");

    /// <inheritdoc cref="HttpBody.Read"/>
    public (byte[]? Bytes, string Problem) ReadBody() => HttpBody.Read(_root);

    /// <summary>The values of a header. API Gateway joins them to one, and writes the name in lower case; other senders may not.</summary>
    public IEnumerable<JsonElement> Headers(string name)
    {
        var headers = InputJson.Member(_root, "headers");
        return headers.ValueKind == JsonValueKind.Object
            ? headers.EnumerateObject().Where(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value)
            : [];
    }
}
