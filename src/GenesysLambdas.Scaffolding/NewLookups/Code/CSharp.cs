using System.Globalization;
using System.Text;

namespace GenesysLambdas.Scaffolding.NewLookups.Code;

internal static class CSharp
{
    private const int WidestLine = 140;

    private static readonly UnicodeCategory[] Hidden =
    [
        UnicodeCategory.Control, UnicodeCategory.Format, UnicodeCategory.LineSeparator, UnicodeCategory.ParagraphSeparator,
        UnicodeCategory.Surrogate, UnicodeCategory.PrivateUse, UnicodeCategory.OtherNotAssigned,
    ];

    public static string Type(ContractType type) => type switch
    {
        ContractType.Integer => "long",
        ContractType.Number => "decimal",
        ContractType.Boolean => "bool",
        _ => "string",
    };

    public static string WithArguments(string start, IReadOnlyCollection<string> arguments, string end, string indent)
    {
        var line = $"{indent}{start}({string.Join(", ", arguments)}){end}";
        return line.Length <= WidestLine ? line : $"{indent}{start}(\n{string.Join(",\n", arguments.Select(argument => $"{indent}    {argument}"))}){end}";
    }

    public static string Literal(string text) => $"\"{Escape(text)}\"";

    public static string Interpolated(string text) => Escape(text).Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);

    private static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' or '\\' => escaped.Append('\\').Append(c),
                '\n' => escaped.Append("\\n"),
                '\r' => escaped.Append("\\r"),
                '\t' => escaped.Append("\\t"),
                // Including other line ends, right-to-left marks and unpaired surrogates.
                _ when Hidden.Contains(char.GetUnicodeCategory(c)) => escaped.Append($"\\u{(int)c:X4}"),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }
}
