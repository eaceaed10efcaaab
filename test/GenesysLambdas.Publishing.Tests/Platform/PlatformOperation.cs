using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace GenesysLambdas.Publishing.Tests.Platform;

/// <summary>An operation of the API.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">Its route.</param>
/// <param name="Permissions">Any of them lets a client in.</param>
/// <param name="Answer">Does it; fails with a <see cref="PlatformException"/>.</param>
internal sealed record PlatformOperation(string Method, string Path, IReadOnlyList<string> Permissions, Func<PlatformCall, PlatformReply> Answer);

/// <summary>One call of an operation.</summary>
internal sealed class PlatformCall(HttpRequest request, JsonNode? body)
{
    public JsonNode? Body => body;

    public string Path => request.Path.Value!;

    /// <summary>A part of the path.</summary>
    public string this[string routeValue] => (string)request.RouteValues[routeValue]!;

    /// <summary>A parameter of the query; null: absent.</summary>
    public string? Query(string name) => request.Query[name].FirstOrDefault();

    /// <summary>The query's parameters but these.</summary>
    public IEnumerable<KeyValuePair<string, string?>> QueryWithout(params string[] names) => request.Query
        .Where(pair => !names.Contains(pair.Key, StringComparer.Ordinal))
        .Select(pair => KeyValuePair.Create(pair.Key, pair.Value.FirstOrDefault()));

    public bool Flag(string name) => Query(name) switch
    {
        "true" => true,
        "false" or null => false,
        _ => throw PlatformBody.Refused(new ErrorDetail("invalid", name)),
    };

    public int Number(string name, int absent, int most) => Query(name) switch
    {
        null => absent,
        { } text when int.TryParse(text, out var number) && number >= 1 && number <= most => number,
        _ => throw PlatformBody.Refused(new ErrorDetail("invalid", name)),
    };
}

/// <summary>JSON, or text as it is.</summary>
internal sealed record PlatformReply(JsonNode? Json = null, string? Text = null);

/// <summary>A request that was recorded.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Host">To which host.</param>
/// <param name="PathAndQuery">What was asked for.</param>
/// <param name="Body">JSON; null: none, or a form.</param>
internal sealed record PlatformRequest(string Method, string Host, string PathAndQuery, JsonNode? Body)
{
    /// <summary>What was answered; 0 when nothing was.</summary>
    public int Status { get; set; }
}
