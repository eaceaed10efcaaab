using GenesysLambdas.Scaffolding.Generation;
using GenesysLambdas.Scaffolding.NewLookups.Outputs;

namespace GenesysLambdas.Scaffolding.NewLookups.Files;

internal static class NewLookupReport
{
    private const int MaxLeftOut = 12;

    public static string Write(NewLookup lookup, IReadOnlyList<FileChange> changes)
    {
        var width = lookup.Outputs.All.Max(output => output.Name.Length);
        var left = lookup.Outputs.LeftOut;
        var more = left.Count > MaxLeftOut ? $" and {left.Count - MaxLeftOut} more" : "";
        string[] notes = [.. lookup.Outputs.Notes, .. lookup.Body?.Notes ?? []];
        var required = string.Concat(lookup.Inputs.Where(input => input.IsRequired).Select(input => $" {input.Name}={input.Example}"));
        var api = lookup.Api.Contract;
        var secret = lookup.Api.Secret is null ? "" : $" --secret {api.Name}=-";
        string[] lines =
        [
            $"{lookup.Name} calls {lookup.Call} and answers with:",
            "",
            .. lookup.Outputs.All.Select(output => $"  {output.Name.PadRight(width)}  {TypeOf(output),-7}  {SourceOf(output, lookup)}"),
            .. left.Count > 0 ? ["", $"Not picked: {string.Join(", ", left.Take(MaxLeftOut))}{more}. To choose: --pick name=path."] : Array.Empty<string>(),
            .. notes.Length > 0 ? ["", .. notes] : Array.Empty<string>(),
            "",
            "Written:",
            .. changes.Where(change => change.Before is null).Select(change => "  " + change.Path),
            "Brought up to date:",
            .. changes.Where(change => change.Before is not null).Select(change => "  " + change.Path),
            "",
            "Next:",
            $"  1. {lookup.Files.Source}: read it, above all the descriptions{(lookup.Writes ? "" : " and what \"not found\" means")}.",
            $"  2. {lookup.Files.Sample} will be committed: replace what is private in it.",
            "  3. dotnet test",
            $"  4. {lookup.Files.Projects.InShell($"invoke {lookup.Name}{required}")}",
            $"     The stand-in answers. For the real API, add --env {api.Settings.BaseUrl.Name}=https://...{secret}",
        ];
        return string.Concat(lines.Select(line => line + '\n'));
    }

    private static string TypeOf(NewOutput output) => output.IsList ? "array" : TypeName.Format(output.Type);

    private static string SourceOf(NewOutput output, NewLookup lookup) => output.Kind switch
    {
        OutputKind.Flag => lookup.Writes ? "true if the API did it" : "true unless the API answers 404",
        OutputKind.Count => $"how many items {output.Value!.Path} has",
        _ => output.Value!.Path.ToString(),
    };
}
