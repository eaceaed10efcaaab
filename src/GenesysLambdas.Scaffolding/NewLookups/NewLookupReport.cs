using System.Text;
using GenesysLambdas.Scaffolding.Generation;
using GenesysLambdas.Scaffolding.NewLookups.Outputs;

namespace GenesysLambdas.Scaffolding.NewLookups;

/// <summary>What <c>new</c> prints: what it wrote, what it chose, and what to look at next.</summary>
public static class NewLookupReport
{
    private const string Cli = "dotnet run --project src/GenesysLambdas.Cli --";
    private const int MostLeftOut = 12;

    public static string Write(NewLookup lookup, IReadOnlyList<FileChange> changes)
    {
        var text = new StringBuilder($"{lookup.Name} calls {lookup.Call} and answers with:\n\n");
        var width = lookup.Outputs.All.Max(output => output.Name.Length);
        foreach (var output in lookup.Outputs.All)
        {
            var type = output.IsList ? "array" : output.Type.ToString().ToLowerInvariant();
            text.Append($"  {output.Name.PadRight(width)}  {type,-7}  {Source(lookup, output)}\n");
        }

        if (lookup.Outputs.LeftOut is { Count: > 0 } left)
        {
            text.Append($"\nNot picked: {string.Join(", ", left.Take(MostLeftOut))}{(left.Count > MostLeftOut ? $" and {left.Count - MostLeftOut} more" : "")}. To choose: --pick name=path.\n");
        }

        IReadOnlyList<string> notes = [.. lookup.Outputs.Notes, .. lookup.Body?.Notes ?? []];
        text.Append(notes.Count > 0 ? $"\n{string.Join('\n', notes)}\n" : "");

        text.Append("\nWritten:\n");
        Append(changes.Where(change => change.Before is null));
        text.Append("Brought up to date:\n");
        Append(changes.Where(change => change.Before is not null));
        text.Append($"""

            Next:
              1. {lookup.Files.Source}: read it, above all the descriptions{(lookup.Writes ? "" : " and what \"not found\" means")}.
              2. {lookup.Files.Sample} will be committed: replace what is private in it.
              3. dotnet test
              4. {Cli} invoke {lookup.Name}{string.Concat(lookup.Inputs.All.Where(input => input.IsRequired).Select(input => $" {input.Name}={input.Example}"))}
                 The stand-in answers. For the real API, add --env {lookup.Api.Contract.Settings.BaseUrl.Name}=https://...{(lookup.Api.Secret is null ? "" : $" --secret {lookup.Api.Contract.Name}=-")}

            """);
        return text.ToString();

        void Append(IEnumerable<FileChange> files)
        {
            foreach (var change in files)
            {
                text.Append($"  {change.Path}\n");
            }
        }
    }

    private static string Source(NewLookup lookup, NewOutput output) => output.Kind switch
    {
        OutputKind.Flag => lookup.Writes ? "true if the API did it" : "true unless the API answers 404",
        OutputKind.Count => $"how many items {output.Value!.Path} has",
        _ => output.Value!.Path.ToString(),
    };
}
