using GenesysLambdas.Core.JsonReading;

namespace GenesysLambdas.Core.Requests;

/// <summary>The service that an HTTP request comes through. It determines the format of the event and the answer.</summary>
internal enum HttpSource
{
    /// <summary>
    /// API Gateway's HTTP API or a function URL, in payload format 2.0
    /// (docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html).
    /// </summary>
    ApiGateway2,

    /// <summary>
    /// API Gateway's REST API (docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html), or its HTTP API
    /// in payload format 1.0.
    /// </summary>
    ApiGateway1,

    /// <summary>An Application Load Balancer (docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html).</summary>
    LoadBalancer,
}

/// <summary>
/// An HTTP request as AWS passes it on. Its headers contain credentials, and its authorizer's claims are private, so only the ids are
/// logged.
/// </summary>
internal sealed class HttpEvent
{
    private const int MaxId = 64;
    private const int MaxTrace = 512;

    private readonly JsonMembers _root;
    private readonly JsonMembers _context;

    private HttpEvent(JsonMembers root, JsonMembers context, HttpSource source) => (_root, _context, Source) = (root, context, source);

    public HttpSource Source { get; }

    /// <summary>Whether its headers are lists of values, so that the answer's must be too.</summary>
    public bool HasHeaderLists => Source == HttpSource.LoadBalancer && _root["multiValueHeaders"].Kind == JsonValueKind.Object;

    /// <summary>
    /// True for a load balancer's health check: it has the documented user agent and no body. The body is checked because a
    /// caller may send the same user agent.
    /// </summary>
    public bool IsHealthCheck => Source == HttpSource.LoadBalancer
        && Header("user-agent").Written(MaxId).StartsWith("ELB-HealthChecker/", StringComparison.Ordinal)
        && ReadBody().Bytes is null;

    /// <summary>The request's id, as in the access log of API Gateway or the load balancer; empty if there is none.</summary>
    public string RequestId => Source == HttpSource.LoadBalancer
        ? TraceRoot(Header("x-amzn-trace-id").Written(MaxTrace))
        : _context["requestId"].Written(MaxId);

    /// <summary>The caller's correlation id; empty if there is none.</summary>
    public string CorrelationId => Header("x-correlation-id").Written(MaxId);

    /// <summary>Whether it is an HTTP API's request to its authorizer, in format 2.0.</summary>
    public bool AsksForAuthorization =>
        Source == HttpSource.ApiGateway2 && _root["type"].Is("REQUEST"u8) && _root["routeArn"].Kind == JsonValueKind.String;

    /// <summary>The key under which API Gateway caches the authorizer's answer; undefined if there is none.</summary>
    public JsonPart IdentitySource => _root["identitySource"];

    /// <summary>The HTTP request in an event; null if it is another kind of event.</summary>
    public static HttpEvent? Find(JsonMembers root)
    {
        if (root["requestContext"] is not { Kind: JsonValueKind.Object } member)
        {
            return null;
        }

        var context = member.AsObject();
        return root["version"].Is("2.0"u8) && context["http"].Kind == JsonValueKind.Object ? new(root, context, HttpSource.ApiGateway2)
            // An ordinary request may have inputs with these names, but not an object called requestContext as well.
            : root["httpMethod"].Kind != JsonValueKind.String || root["path"].Kind != JsonValueKind.String ? null
            : context["elb"].Kind == JsonValueKind.Object ? new(root, context, HttpSource.LoadBalancer)
            : context["requestId"].Kind == JsonValueKind.String || context["stage"].Kind == JsonValueKind.String ? new(root, context, HttpSource.ApiGateway1)
            : null;
    }

    /// <inheritdoc cref="HttpBody.Read"/>
    public (byte[]? Bytes, string Problem) ReadBody() => HttpBody.Read(_root);

    /// <summary>The value of a header, whose name is case-insensitive; undefined if the header is missing or repeated.</summary>
    /// <remarks>A repeated header is not trusted: some readers use the first value, others the last.</remarks>
    public JsonPart Header(string name)
    {
        var headers = _root[HasHeaderLists ? "multiValueHeaders" : "headers"].AsObject();
        return headers is { Repeated: null, HasUnreadableName: false }
            && headers.All.Where(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Take(2).ToList() is [var (_, value)]
            ? HasHeaderLists ? value.Only() : value
            : default;
    }

    // docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-request-tracing.html: "Root=1-<8 digits>-<24 digits>", perhaps
    // among other fields. A caller may have sent any of it.
    private static string TraceRoot(string header) =>
        header.Split(';').FirstOrDefault(field => field.StartsWith("Root=", StringComparison.Ordinal))?["Root=".Length..] is { Length: 35 } root
        && root.StartsWith("1-", StringComparison.Ordinal) && root[10] == '-' && root[2..10].All(char.IsAsciiHexDigit) && root[11..].All(char.IsAsciiHexDigit)
            ? root
            : "";
}
