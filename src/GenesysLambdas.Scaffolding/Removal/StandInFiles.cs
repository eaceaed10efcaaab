using GenesysLambdas.Tooling.Files;

namespace GenesysLambdas.Scaffolding.Removal;

/// <summary>The stand-ins that a lookup leaves behind.</summary>
/// <param name="Deleted">The files to delete, some of which may not be there.</param>
/// <param name="Kept">The files of stand-ins for an API that no lookup calls any more, which are left to a person because they hold more than that.</param>
internal sealed record StandInFiles(IReadOnlyList<string> Deleted, IReadOnlyList<string> Kept)
{
    private const string Folder = "src/GenesysLambdas.Cli/StandIns/";

    /// <param name="files">The files of the repository.</param>
    /// <param name="removesApi">Whether no other lookup calls the API.</param>
    public static StandInFiles Find(string root, IEnumerable<string> files, LookupContract lookup, bool removesApi)
    {
        var own = new LookupFiles(lookup.Name);
        // By what is written in them, since the program that runs may have been built before one was deleted.
        var more = (from path in files
                    where path.StartsWith(Folder, StringComparison.Ordinal) && path != own.StandIn
                    let text = GeneratedFiles.Read(Path.Combine(root, path))
                    where text.Contains($"Api => \"{lookup.Api.Name}\"", StringComparison.Ordinal)
                    select (Path: path, IsAlone: !path[Folder.Length..].Contains('/') && text.Split(": IStandIn").Length == 2)).ToList();
        if (removesApi)
        {
            return new([own.StandIn, own.Sample, .. more.Where(file => file.IsAlone).Select(file => file.Path)], [.. more.Where(file => !file.IsAlone).Select(file => file.Path)]);
        }

        // The other lookups may have no stand-in but this one.
        return new(more.Count > 0 ? [own.StandIn, own.Sample] : [], []);
    }
}
