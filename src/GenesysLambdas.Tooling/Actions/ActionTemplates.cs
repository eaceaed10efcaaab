namespace GenesysLambdas.Tooling.Actions;

/// <summary>How Genesys Cloud turns an action's inputs into the event, and the reply into outputs.</summary>
public sealed record ActionTemplates(string Request, IReadOnlyDictionary<string, string> TranslationMap, string Success)
{
    /// <summary>The suite's own templates, which send <c>inputs</c> and expect <c>result</c>.</summary>
    public static ActionTemplates Canonical { get; } = new(
        """{"inputs": ${input.rawRequest}}""", new Dictionary<string, string>(StringComparer.Ordinal) { ["result"] = "$.result" }, "${result}");

    /// <summary>Genesys Cloud's defaults for a new action: a flat request, a flat answer.</summary>
    public static ActionTemplates Default { get; } = new("${input.rawRequest}", new Dictionary<string, string>(StringComparer.Ordinal), "${rawResult}");

    public JsonObject TranslationMapJson() => new(TranslationMap.Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)entry.Value)));
}
