using GenesysLambdas.Publishing.Actions;
using GenesysLambdas.Scaffolding.Generation;

namespace GenesysLambdas.Scaffolding.Removal;

internal sealed record RemovalReport(LookupContract Lookup, IReadOnlyList<FileChange> Changes)
{
    private const int MaxPlaces = 20;

    public required IReadOnlyList<Reference> References { get; init; }

    /// <summary>Its data actions in Genesys Cloud; empty if it was never published.</summary>
    public required IReadOnlyList<ActionVersion> Published { get; init; }

    /// <summary>The hand-written lines of its function, which are deleted with it; empty if there are none.</summary>
    public required string HandWritten { get; init; }

    public required bool RemovesApi { get; init; }

    /// <summary>Files with a stand-in that is no longer needed and with other code, so a person must edit them.</summary>
    public required IReadOnlyList<string> KeptStandIns { get; init; }

    public string BrokenPlaces => Places([.. References.Where(reference => !reference.IsProse)]);

    public string Announcement => Lines(
    [
        "Files to delete:",
        .. Changes.Where(change => change.After is null).Select(change => "  " + change.Path),
        "Files to change:",
        .. Changes.Where(change => change.After is not null).Select(change => "  " + change.Path),
        .. If(HandWritten.Length > 0, $"Hand-written lines of {Lookup.Function} to delete:", HandWritten.TrimEnd('\n')),
        .. KeptStandIns.Select(path =>
            $"{path} is not deleted, because it contains more than a stand-in. No lookup calls {Lookup.Api.Name} anymore: delete the stand-in by hand."),
        .. If(
            Published.Count > 0,
            $"Genesys Cloud still has {string.Join(" and ", Published.Select(version => $"'{version.ActionName}'"))}, "
            + "which will fail in every flow once the function is deleted. "
            + "When no flow uses it anymore, delete it under Admin > Integrations > Actions.",
            "If it was never published, add --never-published, so that its version number can be used again."),
    ]);

    public string NextSteps
    {
        get
        {
            Reference[] mentions = [.. References.Where(reference => reference.IsProse)];
            var secret = RemovesApi ? $" A secret that the stack created for {Lookup.Api.Name} stays in Secrets Manager." : "";
            return Lines(
            [
                $"Removed {Lookup.Name}. Next:",
                "  1. dotnet test",
                $"  2. sam build && sam deploy, which deletes {Lookup.Function}.{secret}",
                .. If(Published.Count > 0, "  3. terraform apply, if you use Terraform: it forgets the action without deleting it."),
                .. If(mentions.Length > 0, "Pages and comments that mention these names, perhaps for something else:"),
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

/// <param name="IsProse">Whether it is a comment or a page, which does not break the build and may mean something else.</param>
internal sealed record Reference(string Place, bool IsProse);
