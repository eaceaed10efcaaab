using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GenesysLambdas.Cli.Actions.Terraform;

/// <summary>Writes Terraform's language as <c>terraform fmt</c> leaves it.</summary>
internal sealed class HclWriter
{
    private readonly StringBuilder _text = new();
    private readonly List<(string Name, string Expression)> _pending = [];
    private int _depth;

    /// <summary>An attribute on one line.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="expression">An expression of HCL; <see cref="Literal"/> makes one of a value.</param>
    public HclWriter Attribute(string name, string expression)
    {
        _pending.Add((name, expression));
        return this;
    }

    /// <summary>A block, such as <c>variable "x"</c>, with what is written within.</summary>
    public HclWriter Block(string header, Action within) => Nested($"{header} {{", "}", within);

    /// <summary>An attribute over several lines, whose value is an object.</summary>
    public HclWriter Object(string name, Action within) => Nested($"{name} = {{", "}", within);

    /// <summary>An attribute whose value is JSON text, of a value written in HCL.</summary>
    public HclWriter Json(string name, JsonObject value) => Nested($"{name} = jsonencode({{", "})", () => Members(value));

    public HclWriter Comment(string comment) => Line($"# {comment}");

    public HclWriter Blank() => Line("");

    /// <summary>A value in HCL's words.</summary>
    public static string Literal(JsonNode? value) => value switch
    {
        null => "null",
        JsonArray array => $"[{string.Join(", ", array.Select(Literal))}]",
        JsonObject members => members.Count == 0 ? "{}" : $"{{ {string.Join(", ", members.Select(member => $"{Literal(member.Key)} = {Literal(member.Value)}"))} }}",
        _ => value.GetValueKind() == JsonValueKind.String ? Quoted(value.GetValue<string>()) : value.ToJsonString(),
    };

    public override string ToString()
    {
        Flush();
        return _text.ToString();
    }

    private void Members(JsonObject value)
    {
        foreach (var (name, member) in value)
        {
            if (member is JsonObject { Count: > 0 } inner)
            {
                Object(Literal(name), () => Members(inner));
            }
            else
            {
                Attribute(Literal(name), Literal(member));
            }
        }
    }

    private HclWriter Nested(string open, string close, Action within)
    {
        Line(open);
        _depth++;
        within();
        Flush();
        _depth--;
        return Line(close);
    }

    private HclWriter Line(string line)
    {
        Flush();
        _text.Append(' ', line.Length == 0 ? 0 : 2 * _depth).Append(line).Append('\n');
        return this;
    }

    /// <summary>Attributes on consecutive lines have their equals signs below each other.</summary>
    private void Flush()
    {
        var width = _pending.Count == 0 ? 0 : _pending.Max(attribute => attribute.Name.Length);
        foreach (var (name, expression) in _pending)
        {
            _text.Append(' ', 2 * _depth).Append(name.PadRight(width)).Append(" = ").Append(expression).Append('\n');
        }

        _pending.Clear();
    }

    /// <summary>Within quotes, <c>${</c> and <c>%{</c> would begin a template.</summary>
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
                '$' or '%' when i + 1 < text.Length && text[i + 1] == '{' => new string(text[i], 2),
                var other => char.IsControl(other) ? $"\\u{(int)other:x4}" : other.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }
}
