using System.Text.Json.Nodes;

namespace GenesysLambdas.Publishing.Tests.Platform;

/// <summary>
/// What the API answers when it refuses: <c>ErrorBody</c>, with <c>Detail</c> and <c>Limit</c>, of MyPureCloud/platform-client-sdk-dotnet
/// (build/src/PureCloudPlatform.Client.V2/Model). Codes of whole replies: gildas/go-gcloudcx, apierror.go. The codes in
/// <c>details</c> have no public source; the fields' paths are what counts.
/// </summary>
internal sealed record PlatformError(int Status, string Code, string Message)
{
    public IReadOnlyList<ErrorDetail> Details { get; init; } = [];

    public IReadOnlyDictionary<string, string> MessageParams { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public IReadOnlyList<PlatformError> Errors { get; init; } = [];

    public JsonObject? Limit { get; init; }

    /// <summary>Seconds for the header <c>Retry-After</c>.</summary>
    public int? RetryAfter { get; init; }

    public static PlatformError NotFound { get; } = new(404, "not.found", "There is no such resource.");

    public static PlatformError BadRequest(string message, params IReadOnlyList<ErrorDetail> details) =>
        new(400, "bad.request", message) { Details = details };

    public static PlatformError Conflict(string message) => new(409, "general.conflict", message);

    public static PlatformError MissingAnyPermission(IEnumerable<string> permissions)
    {
        var list = $"[{string.Join(", ", permissions)}]";
        return new(403, "missing.any.permissions", $"At least one of these permissions is needed: {list}")
        {
            MessageParams = new Dictionary<string, string>(StringComparer.Ordinal) { ["permissions"] = list },
        };
    }

    public JsonObject ToJson(string contextId)
    {
        var json = new JsonObject
        {
            ["message"] = Message,
            ["code"] = Code,
            ["status"] = Status,
            ["messageParams"] = new JsonObject(MessageParams.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
            ["contextId"] = contextId,
            ["details"] = new JsonArray([.. Details.Select(detail => new JsonObject { ["errorCode"] = detail.ErrorCode, ["fieldName"] = detail.FieldName })]),
            ["errors"] = new JsonArray([.. Errors.Select(error => error.ToJson(contextId))]),
        };
        if (Limit is not null)
        {
            json["limit"] = Limit.DeepClone();
        }

        return json;
    }
}

/// <param name="ErrorCode">What is wrong.</param>
/// <param name="FieldName">Where in the body, such as <c>config.request.requestType</c>; null where no field is meant.</param>
internal sealed record ErrorDetail(string ErrorCode, string? FieldName);

/// <summary>Ends an operation with an error.</summary>
internal sealed class PlatformException(PlatformError error) : Exception(error.Message)
{
    public PlatformError Error => error;
}
