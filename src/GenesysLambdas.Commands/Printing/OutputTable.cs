using Spectre.Console;

namespace GenesysLambdas.Commands.Printing;

/// <summary>Prints the contract's outputs in its order, then any others.</summary>
internal static class OutputTable
{
    public const int WidthOfFiles = 10_000;

    public static void Write(Terminal terminal, LookupContract contract, JsonElement outputs)
    {
        var table = new Table().Border(TableBorder.Rounded)
            .AddColumn("output", column => column.NoWrap()).AddColumn("type", column => column.NoWrap()).AddColumn("value");
        foreach (var output in contract.Outputs)
        {
            var declared = TypeName.Format(output);
            if (outputs.TryGetProperty(output.Name, out var value))
            {
                var type = TypeName.Matches(output, value) ? declared : $"{TypeName.Of(value)}, not {declared}";
                table.AddRow(new Text(output.Name), new Text(type), new CutText(Show(value)));
            }
            else
            {
                table.AddRow(new Text(output.Name), new Text(declared), new Text("(missing)"));
            }
        }

        foreach (var unknown in outputs.EnumerateObject().Where(property => !contract.Outputs.Any(output => output.Name == property.Name)))
        {
            var type = $"{TypeName.Of(unknown.Value)}, not in the contract";
            table.AddRow(new Text(PlainText.Escape(unknown.Name)), new Text(type), new CutText(Show(unknown.Value)));
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Out) });
        // Files and pipes get whole values.
        console.Profile.Width = terminal.Width ?? WidthOfFiles;
        console.Write(table);
    }

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
