using GenesysLambdas.Publishing.Actions;
using GenesysLambdas.Scaffolding.Generation;

namespace GenesysLambdas.Scaffolding.Removal;

internal sealed record RemovalReport(LookupContract Lookup, IReadOnlyList<FileChange> Changes)
{
    private const int MaxPlaces = 20;

    public required IReadOnlyList<Reference> References { get; init; }

    /// <summary>Its data actions in Genesys Cloud; empty if there never were any.</summary>
    public required IReadOnlyList<ActionVersion> Published { get; init; }

    /// <summary>What is written by hand in its function, and goes with it; empty if there is nothing.</summary>
    public required string HandWritten { get; init; }

    public required bool RemovesApi { get; init; }

    /// <summary>The files of stand-ins for an API that no lookup calls any more, which are left to a person because they hold more than that.</summary>
    public required IReadOnlyList<string> KeptStandIns { get; init; }

    public string BrokenPlaces => Places([.. References.Where(reference => !reference.IsProse)]);

    public string Announcement => Lines(
    [
        "Files to delete:",
        .. Changes.Where(change => change.After is null).Select(change => "  " + change.Path),
        "Files to change:",
        .. Changes.Where(change => change.After is not null).Select(change => "  " + change.Path),
        .. If(HandWritten.Length > 0, $"Lines written by hand in {Lookup.Function} go too:", HandWritten.TrimEnd('\n')),
        .. KeptStandIns.Select(path =>
            $"{path} is kept, although no lookup calls {Lookup.Api.Name} any more: it holds more than a stand-in. Delete it by hand."),
        .. If(
            Published.Count > 0,
            $"Genesys Cloud keeps {string.Join(" and ", Published.Select(version => $"'{version.ActionName}'"))}, "
            + "which will fail in every flow once the function is gone. "
            + "When no flow uses it any more, delete it there, under Admin > Integrations > Actions.",
            "If it was never published, add --never-published: otherwise, its version number is not used again."),
    ]);

    public string NextSteps
    {
        get
        {
            Reference[] mentions = [.. References.Where(reference => reference.IsProse)];
            var secret = RemovesApi ? $" A secret that the stack created for {Lookup.Api.Name} stays in Secrets Manager." : "";
            return Lines(
            [
                $"{Lookup.Name} is removed. Next:",
                "  1. dotnet test",
                $"  2. sam build && sam deploy, which deletes {Lookup.Function}.{secret}",
                .. If(Published.Count > 0, "  3. terraform apply, if you use it: it forgets the action, and does not delete it."),
                .. If(mentions.Length > 0, "Pages and comments that still mention its names, which may be about something else:"),
            ]) + Places(mentions);
        }
    }

    private static string Places(Reference[] references) => Lines(
    [
        .. references.Take(MaxPlaces).Select(reference => "  " + reference.Place),
        .. If(references.Length > MaxPlaces, $"  and {references.Length - MaxPlaces} more"),
    ]);

    private static string[] If(bool condition, params string[] lines) => condition ? lines : [];

    private static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(line => line + '\n'));
}

/// <param name="IsProse">Whether it is a comment or a page, which breaks nothing: it may be about another lookup, as an example.</param>
internal sealed record Reference(string Place, bool IsProse);
