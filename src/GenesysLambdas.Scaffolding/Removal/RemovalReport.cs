using GenesysLambdas.Publishing.Actions;
using GenesysLambdas.Scaffolding.Generation;

namespace GenesysLambdas.Scaffolding.Removal;

/// <summary>What <c>remove</c> says.</summary>
public static class RemovalReport
{
    private const int MostPlaces = 20;

    /// <summary>What it is going to do, and what that means.</summary>
    public static string Before(LookupContract lookup, LookupRemoval removal) => Lines(
    [
        "Files to delete:",
        .. Paths(removal.Changes.Where(change => change.After is null)),
        "Files to change:",
        .. Paths(removal.Changes.Where(change => change.After is not null)),
        .. removal.HandWritten.Length == 0 ? Array.Empty<string>() : [$"Lines written by hand in {lookup.Function} go too:", removal.HandWritten.TrimEnd('\n')],
        .. removal.KeptStandIns.Select(path => $"{path} is kept, although no lookup calls {lookup.Api.Name} any more: it holds more than a stand-in. Delete it by hand."),
        .. removal.Published.Count > 0 ? Actions(removal.Published) : [],
    ]);

    /// <summary>What to do next.</summary>
    public static string After(LookupContract lookup, LookupRemoval removal) => Lines(
    [
        $"{lookup.Name} is removed. Next:",
        "  1. dotnet test",
        $"  2. sam build && sam deploy, which deletes {lookup.Function}.{(removal.RemovesApi ? $" A secret that the stack created for {lookup.Api.Name} stays in Secrets Manager." : "")}",
        .. removal.Published.Count > 0 ? ["  3. terraform apply, if you use it: it forgets the action, and does not delete it."] : Array.Empty<string>(),
        .. Mentions([.. removal.References.Where(reference => reference.IsProse).Select(reference => reference.Place)]),
    ]);

    /// <summary>Places in files, a line each; not all if there are many.</summary>
    public static string Places(IReadOnlyList<string> places) => Lines(
    [
        .. places.Take(MostPlaces).Select(place => "  " + place),
        .. places.Count > MostPlaces ? [$"  and {places.Count - MostPlaces} more"] : Array.Empty<string>(),
    ]);

    private static string[] Mentions(IReadOnlyList<string> places) =>
        places.Count == 0 ? [] : ["Pages and comments that still mention its names, which may be about something else:", Places(places).TrimEnd('\n')];

    private static IEnumerable<string> Actions(IReadOnlyList<ActionVersion> versions)
    {
        var names = string.Join(" and ", versions.Select(version => $"'{version.ActionName}'"));
        yield return $"Genesys Cloud keeps {names}, which will fail in every flow once the function is gone. When no flow uses it any more, delete it there, under Admin > Integrations > Actions.";
        yield return "If it was never published, add --never-published: otherwise, its version number is not used again.";
    }

    private static IEnumerable<string> Paths(IEnumerable<FileChange> changes) => changes.Select(change => "  " + change.Path);

    private static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(line => line + '\n'));
}
