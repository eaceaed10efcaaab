using System.Text.Json;
using System.Text.Json.Nodes;

namespace GenesysLambdas.Tests.DataActions;

/// <summary>Payloads of data actions.</summary>
internal static class Payloads
{
    public const string Valid =
        """{"contact":{"external_id":"crm-42","channel":"chat","timestamp":"2026-01-31T12:30:00Z"},"priority":3,"callback_url":"https://example.com/done"}""";

    /// <summary>The valid one with one member replaced.</summary>
    /// <param name="place">Such as <c>contact.channel</c>.</param>
    /// <param name="json">The member's value; null: it is left out.</param>
    public static string With(string place, string? json)
    {
        var payload = JsonNode.Parse(Valid)!.AsObject();
        var steps = place.Split('.');
        var parent = steps.Length == 1 ? payload : payload[steps[0]]!.AsObject();
        if (json is null)
        {
            parent.Remove(steps[^1]);
        }
        else
        {
            parent[steps[^1]] = JsonNode.Parse(json);
        }

        return payload.ToJsonString();
    }

    /// <summary>A request to run a data action.</summary>
    /// <param name="payload">The payload's JSON.</param>
    /// <param name="asText">Whether the payload is sent as text, rather than as itself.</param>
    public static string Request(string payload, bool asText = true) =>
        $$$"""{"inputs":{"data_action_id":"the-action","payload":{{{(asText ? JsonSerializer.Serialize(payload) : payload)}}}}}""";
}
