namespace Amazon.Lambda.RuntimeSupport;

/// <summary>
/// An event and what came with it in the headers of <c>GET invocation/next</c>
/// (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html).
/// </summary>
internal sealed record InvocationEvent(string RequestId, MemoryStream Event)
{
    public DateTimeOffset Deadline { get; private init; }

    public string? FunctionArn { get; private init; }

    public string? TraceId { get; private init; }

    /// <summary>JSON, like <see cref="CognitoIdentity"/>.</summary>
    public string? ClientContext { get; private init; }

    public string? CognitoIdentity { get; private init; }

    public string? TenantId { get; private init; }

    /// <exception cref="HttpRequestException">The response has no request id, so it cannot be answered.</exception>
    public static async Task<InvocationEvent> ReadAsync(HttpResponseMessage response)
    {
        var requestId = Header(response, "Lambda-Runtime-Aws-Request-Id")
            ?? throw new HttpRequestException("The runtime API sent an event without a request id.");

        return new InvocationEvent(requestId, await BodyAsync(response.Content))
        {
            Deadline = ReadDeadline(Header(response, "Lambda-Runtime-Deadline-Ms")),
            FunctionArn = Header(response, "Lambda-Runtime-Invoked-Function-Arn"),
            TraceId = Header(response, "Lambda-Runtime-Trace-Id"),
            ClientContext = Header(response, "Lambda-Runtime-Client-Context"),
            CognitoIdentity = Header(response, "Lambda-Runtime-Cognito-Identity"),
            TenantId = Header(response, "Lambda-Runtime-Aws-Tenant-Id"),
        };
    }

    // If the deadline is missing or invalid, a few seconds are a safe guess.
    private static DateTimeOffset ReadDeadline(string? milliseconds) =>
        long.TryParse(milliseconds, out var deadline) && deadline >= 0 && deadline <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(deadline)
            : TimeProvider.System.GetUtcNow().AddSeconds(10);

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    private static async Task<MemoryStream> BodyAsync(HttpContent content)
    {
        var bytes = await content.ReadAsByteArrayAsync();
        return new MemoryStream(bytes, 0, bytes.Length, writable: false, publiclyVisible: true);
    }
}
