using System.Text;

namespace GenesysLambdas.Publishing.Terraform;

/// <summary>JSON values in Terraform's language, laid out as <c>terraform fmt</c> leaves them.</summary>
internal static class Hcl
{
    /// <summary>An expression that evaluates to the value's JSON text.</summary>
    public static string JsonEncode(JsonObject value, string indent) => $"jsonencode({Object(value, indent)})";

    /// <summary>An expression on one line.</summary>
    public static string Literal(JsonNode? value) => value switch
    {
        null => "null",
        JsonArray array => $"[{string.Join(", ", array.Select(Literal))}]",
        JsonObject members => members.Count == 0 ? "{}" : $"{{ {string.Join(", ", members.Select(member => $"{Literal(member.Key)} = {Literal(member.Value)}"))} }}",
        _ => value.GetValueKind() == JsonValueKind.String ? Quoted(value.GetValue<string>()) : value.ToJsonString(),
    };

    private static string Object(JsonObject value, string indent)
    {
        var text = new StringBuilder("{\n");
        var lines = new List<(string Name, string Value)>();
        foreach (var (name, member) in value)
        {
            if (member is JsonObject { Count: > 0 } inner)
            {
                AppendLines();
                text.Append($"{indent}  {Literal(name)} = {Object(inner, indent + "  ")}\n");
            }
            else
            {
                lines.Add((Literal(name), Literal(member)));
            }
        }

        AppendLines();
        return text.Append(indent).Append('}').ToString();

        // On consecutive lines, the equals signs are aligned.
        void AppendLines()
        {
            var width = lines.Select(line => line.Name.Length).DefaultIfEmpty().Max();
            lines.ForEach(line => text.Append($"{indent}  {line.Name.PadRight(width)} = {line.Value}\n"));
            lines.Clear();
        }
    }

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        for (var i = 0; i < text.Length; i++)
        {
            quoted.Append(text[i] switch
            {
                '"' => "\\\"",
                '\\' => @"\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",

                // ${ and %{ would start a template.
                '$' or '%' when i + 1 < text.Length && text[i + 1] == '{' => new string(text[i], 2),
                var other => char.IsControl(other) ? $"\\u{(int)other:x4}" : other.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }
}
