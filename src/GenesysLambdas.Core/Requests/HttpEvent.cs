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
    public JsonElement CorrelationId => Header("x-correlation-id");

    /// <inheritdoc cref="HttpBody.Read"/>
    public (byte[]? Bytes, string Problem) ReadBody() => HttpBody.Read(_root);

    // API Gateway writes the names in lower case; other senders may not.
    private JsonElement Header(string name)
    {
        var headers = InputJson.Member(_root, "headers");
        return headers.ValueKind == JsonValueKind.Object
            ? headers.EnumerateObject().FirstOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value
            : default;
    }
}
