using System.Globalization;
using System.Text;

namespace GenesysLambdas.Local.HttpApi;

/// <summary>
/// Turns an HTTP request into an event, as API Gateway does: payload format 2.0 for the function
/// (<see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">Lambda integrations</see>) and
/// for the authorizer
/// (<see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html">Lambda authorizers</see>).
/// </summary>
internal sealed class HttpEvents(HttpRequest request, string requestId, string routeKey)
{
    private const string Api = "local";

    // Bodies of all other types are base64, as ministackorg/ministack measured on AWS (pull request 766). AWS only documents "binary".
    private static readonly string[] TextTypes = ["application/json", "application/xml", "application/javascript"];

    /// <param name="authorizer">The authorizer's context; null if it has none.</param>
    public byte[] Function(byte[] body, JsonObject? authorizer)
    {
        var json = Common();
        if (authorizer is not null)
        {
            json["requestContext"]!["authorizer"] = authorizer;
        }

        if (body.Length > 0)
        {
            json["body"] = IsText(request.ContentType) ? Encoding.UTF8.GetString(body) : Convert.ToBase64String(body);
        }

        json["isBase64Encoded"] = body.Length > 0 && !IsText(request.ContentType);
        return JsonSerializer.SerializeToUtf8Bytes(json);
    }

    /// <summary>The authorizer does not get the body.</summary>
    /// <param name="identity">The value of the header with the token.</param>
    public byte[] Authorizer(string identity)
    {
        var json = Common();
        json["type"] = "REQUEST";
        json["routeArn"] = $"arn:aws:execute-api:{LocalAws.Region}:{LocalAws.Account}:{Api}/$default/{request.Method}{request.Path}";
        json["identitySource"] = new JsonArray(identity);
        return JsonSerializer.SerializeToUtf8Bytes(json);
    }

    private JsonObject Common()
    {
        var now = DateTimeOffset.UtcNow;
        var json = new JsonObject
        {
            ["version"] = "2.0",
            ["routeKey"] = routeKey,
            ["rawPath"] = request.Path.Value,
            ["rawQueryString"] = request.QueryString.Value?.TrimStart('?') ?? "",
            ["headers"] = Object(
                request.Headers.Where(header => !Is(header.Key, "Cookie")).Select(header => (header.Key.ToLowerInvariant(), header.Value.ToString()))),
            ["requestContext"] = new JsonObject
            {
                ["accountId"] = LocalAws.Account,
                ["apiId"] = Api,
                ["domainName"] = request.Host.Host,
                ["domainPrefix"] = Api,
                ["http"] = new JsonObject
                {
                    ["method"] = request.Method,
                    ["path"] = request.Path.Value,
                    ["protocol"] = request.Protocol,
                    ["sourceIp"] = request.HttpContext.Connection.RemoteIpAddress?.ToString(),
                    ["userAgent"] = request.Headers.UserAgent.ToString(),
                },
                ["requestId"] = requestId,
                ["routeKey"] = routeKey,
                ["stage"] = "$default",
                ["time"] = now.ToString("dd/MMM/yyyy:HH:mm:ss +0000", CultureInfo.InvariantCulture),
                ["timeEpoch"] = now.ToUnixTimeMilliseconds(),
            },
        };
        if (request.Query.Count > 0)
        {
            json["queryStringParameters"] = Object(request.Query.Select(parameter => (parameter.Key, parameter.Value.ToString())));
        }

        if (request.Headers.Cookie.Count > 0)
        {
            var cookies = request.Headers.Cookie.ToString().Split(';', StringSplitOptions.TrimEntries);
            json["cookies"] = new JsonArray([.. cookies.Select(cookie => JsonValue.Create(cookie))]);
        }

        return json;
    }

    private static JsonObject Object(IEnumerable<(string Name, string Value)> members) =>
        new(members.Select(member => KeyValuePair.Create(member.Name, (JsonNode?)member.Value)));

    private static bool IsText(string? contentType)
    {
        var type = (contentType ?? "").Split(';')[0].Trim();
        return type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) || TextTypes.Any(text => Is(type, text));
    }

    private static bool Is(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);
}
