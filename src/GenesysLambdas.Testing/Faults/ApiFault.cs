namespace GenesysLambdas.Testing.Faults;

/// <summary>Something that an external API does wrong, and the expected <c>errorCode</c>.</summary>
/// <param name="ErrorCode">The expected one, unless the lookup's file in HealthyApis says otherwise.</param>
/// <param name="Reply">Its reply, based on what it should have been.</param>
/// <param name="IsRemembered">Whether the API is not called for a while afterwards.</param>
public sealed record ApiFault(string Name, string ErrorCode, Func<Asked, Reply> Reply, bool IsRemembered = false)
{
    /// <summary>Whether an attempt ends only with its time-out.</summary>
    public bool TakesForEver => ErrorCode == "ExternalApiTimeout";
}

/// <param name="Json">The reply of a healthy one.</param>
/// <param name="Elsewhere">Another host, which must not be called.</param>
public sealed record Asked(string Json, string Elsewhere)
{
    /// <summary>The healthy reply's first half.</summary>
    public string Half => Json[..(Json.Length / 2)];

    /// <summary>A reply's headers, including the empty line.</summary>
    public static string Head(params string[] headers) =>
        string.Concat(headers.Prepend("Content-Type: application/json").Prepend("HTTP/1.1 200 OK").Select(line => line + "\r\n")) + "\r\n";

    public static string Chunk(string content) => $"{content.Length:x}\r\n{content}\r\n";
}
