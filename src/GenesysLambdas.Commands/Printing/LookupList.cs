using System.Text;

namespace GenesysLambdas.Commands.Printing;

/// <summary>The lookups as plain text, which prints at once and searches well.</summary>
internal static class LookupList
{
    public static string Write(IReadOnlyList<LookupContract> contracts)
    {
        var text = new StringBuilder();
        foreach (var contract in contracts)
        {
            text.AppendLine($"{contract.Name}: {contract.Description}");
            List<string[]> rows =
            [
                .. contract.Inputs.Select(input => (string[])["in", input.Name, TypeName.Format(input.Type), $"{input.Description} ({InputRule.Describe(input)})"]),
                .. contract.Outputs.Select(output => (string[])["out", output.Name, TypeName.Format(output), output.Description]),
            ];
            var widths = Enumerable.Range(0, 3).Select(column => rows.Max(row => row[column].Length)).ToArray();
            foreach (var row in rows)
            {
                text.AppendLine("  " + string.Join("  ", row.Select((cell, column) => column < widths.Length ? cell.PadRight(widths[column]) : cell)));
            }

            text.AppendLine();
        }

        return text.ToString();
    }
}
