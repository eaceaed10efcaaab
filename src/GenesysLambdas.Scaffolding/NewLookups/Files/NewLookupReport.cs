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
            $"{lookup.Name} calls {lookup.Call} and returns:",
            "",
            .. lookup.Outputs.All.Select(output => $"  {output.Name.PadRight(width)}  {TypeOf(output),-7}  {SourceOf(output, lookup)}"),
            .. left.Count > 0
                ? ["", $"Not included: {string.Join(", ", left.Take(MaxLeftOut))}{more}. To choose outputs: --pick name=path."]
                : Array.Empty<string>(),
            .. notes.Length > 0 ? ["", .. notes] : Array.Empty<string>(),
            "",
            "Created:",
            .. changes.Where(change => change.Before is null).Select(change => "  " + change.Path),
            "Updated:",
            .. changes.Where(change => change.Before is not null).Select(change => "  " + change.Path),
            "",
            "Next:",
            $"  1. Review {lookup.Files.Source}, especially the descriptions{(lookup.Writes ? "" : " and what counts as \"not found\"")}.",
            $"  2. Replace personal data in {lookup.Files.Sample}, which will be committed.",
            "  3. dotnet test",
            $"  4. {lookup.Files.Projects.InShell($"invoke {lookup.Name}{required}")}",
            $"     This calls the stand-in. To call the real API, add --env {api.Settings.BaseUrl.Name}=https://...{secret}",
        ];
        return string.Concat(lines.Select(line => line + '\n'));
    }

    private static string TypeOf(NewOutput output) => output.IsList ? "array" : TypeName.Format(output.Type);

    private static string SourceOf(NewOutput output, NewLookup lookup) => output.Kind switch
    {
        OutputKind.Flag => lookup.Writes ? "true if the change was made" : "true unless the API replies with 404",
        OutputKind.Count => $"number of items in {output.Value!.Path}",
        _ => output.Value!.Path.ToString(),
    };
}
