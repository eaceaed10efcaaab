using System.Text;
using GenesysLambdas.Core.Requests;

namespace GenesysLambdas.Commands.Printing;

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
                .. contract.Inputs.Select(input => (string[])["in", input.Name, TypeName.Format(input.Type), $"{input.Description} ({Rule(input)})"]),
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

    /// <summary>For example, <c>required, 1 to 64 characters</c>.</summary>
    private static string Rule(InputContract input)
    {
        string[] parts = [input.Required ? "required" : input.Default is { } value ? $"default {value.Trim('"')}" : "optional", InputRequirement.Limits(input)];
        return string.Join(", ", parts.Where(part => part.Length > 0));
    }
}
