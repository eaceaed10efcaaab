namespace GenesysLambdas.Testing.Faults;

/// <summary>Something that an external API does wrong, and the <c>errorCode</c> that a lookup answers with then.</summary>
/// <param name="Name">What it does.</param>
/// <param name="ErrorCode">The answer's; a lookup that answers otherwise says so in its file in HealthyApis.</param>
/// <param name="Reply">What it does, made of what it should have done.</param>
/// <param name="IsRemembered">Whether an API that does it is left alone for a while.</param>
public sealed record ApiFault(string Name, string ErrorCode, Func<Asked, Reply> Reply, bool IsRemembered = false)
{
    /// <summary>Whether an attempt only ends with its time-out.</summary>
    public bool TakesForEver => ErrorCode == "ExternalApiTimeout";
}

/// <summary>What a faulty API was asked for.</summary>
/// <param name="Json">The reply of a healthy one.</param>
/// <param name="Elsewhere">Another host, which nobody is to call.</param>
public sealed record Asked(string Json, string Elsewhere)
{
    /// <summary>The healthy reply's first half.</summary>
    public string Half => Json[..(Json.Length / 2)];

    /// <summary>A reply's head, up to and with the empty line.</summary>
    public static string Head(params string[] headers) =>
        string.Concat(headers.Prepend("Content-Type: application/json").Prepend("HTTP/1.1 200 OK").Select(line => line + "\r\n")) + "\r\n";

    /// <summary>A chunk of a chunked reply.</summary>
    public static string Chunk(string content) => $"{content.Length:x}\r\n{content}\r\n";
}
