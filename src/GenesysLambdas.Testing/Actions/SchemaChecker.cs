using Json.Schema;

namespace GenesysLambdas.Testing.Actions;

/// <summary>Validates against an exported contract. Throws for an unknown keyword or type, so that none is ignored.</summary>
internal static class SchemaChecker
{
    private static readonly EvaluationOptions Flat = new() { OutputFormat = OutputFormat.List };

    /// <summary>The violations in a value, with their places; empty if it is valid.</summary>
    public static IReadOnlyList<string> Violations(JsonElement schema, JsonElement value)
    {
        var result = JsonSchema.FromText(schema.GetRawText()).Evaluate(value, Flat);
        return result.IsValid ? [] : [.. from part in result.Details ?? [] from error in part.Errors ?? [] select $"{part.InstanceLocation}: {error.Value}"];
    }
}
