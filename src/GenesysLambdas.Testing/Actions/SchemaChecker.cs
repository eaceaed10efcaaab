using Json.Schema;

namespace GenesysLambdas.Testing.Actions;

/// <summary>Validates against an exported contract. A keyword or type that is not JSON Schema's is an exception, so that none is passed over.</summary>
internal static class SchemaChecker
{
    private static readonly EvaluationOptions Flat = new() { OutputFormat = OutputFormat.List };

    /// <summary>What is wrong with a value, each with its place; empty when it is valid.</summary>
    public static IReadOnlyList<string> Violations(JsonElement schema, JsonElement value)
    {
        var result = JsonSchema.FromText(schema.GetRawText()).Evaluate(value, Flat);
        return result.IsValid ? [] : [.. from part in result.Details ?? [] from error in part.Errors ?? [] select $"{part.InstanceLocation}: {error.Value}"];
    }
}
