using Spectre.Console;

namespace GenesysLambdas.Cli.Printing;

/// <summary>A table of outputs: first those of the contract, in its order, then any others.</summary>
internal static class OutputTable
{
    public const int WidthOfFiles = 10_000;

    public static void Write(Terminal terminal, LookupContract contract, JsonElement outputs)
    {
        var table = new Table().Border(TableBorder.Rounded)
            .AddColumn("output", column => column.NoWrap()).AddColumn("type", column => column.NoWrap()).AddColumn("value");
        foreach (var output in contract.Outputs)
        {
            if (outputs.TryGetProperty(output.Name, out var value))
            {
                var declared = TypeName.Format(output);
                table.AddRow(new Text(output.Name), new Text(HasType(output, value) ? declared : $"{TypeOf(value)}, not {declared}"), new CutText(Show(value)));
            }
            else
            {
                table.AddRow(new Text(output.Name), new Text(TypeName.Format(output)), new Text("(missing)"));
            }
        }

        foreach (var unknown in outputs.EnumerateObject().Where(property => !contract.Outputs.Any(output => output.Name == property.Name)))
        {
            table.AddRow(new Text(PlainText.Escape(unknown.Name)), new Text($"{TypeOf(unknown.Value)}, not in the contract"), new CutText(Show(unknown.Value)));
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Out) });
        // A file or a pipe can be scrolled, and is searched for whole values.
        console.Profile.Width = terminal.Width ?? WidthOfFiles;
        console.Write(table);
    }

    public static bool HasType(OutputContract output, JsonElement value)
    {
        var (declared, type) = (TypeName.Format(output), TypeOf(value));
        return declared == type
            || (output.IsArray && value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 0)
            || (declared == "number" && type == "integer");
    }

    /// <summary>A value's type in the words of <see cref="TypeName"/>, or <c>null</c> or <c>object</c>.</summary>
    public static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => "string",
        JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Array => string.Join(" or ", value.EnumerateArray().Select(TypeOf).Distinct().DefaultIfEmpty("string")) + "[]",
        JsonValueKind.Null => "null",
        _ => "object",
    };

    private static string Show(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return PlainText.Escape(value.GetRawText());
        }

        var text = value.GetString()!;
        return text.Length == 0 ? "\"\"" : PlainText.Escape(text);
    }
}
