using GenesysLambdas.Cli.Actions;
using GenesysLambdas.Cli.Generation;

namespace GenesysLambdas.Cli.Removal;

/// <summary>The stand-ins that a lookup leaves behind.</summary>
/// <param name="Deleted">The files to delete, some of which may not be there.</param>
/// <param name="Kept">The files of stand-ins for an API that no lookup calls any more, which are left to a person because they hold more than that.</param>
internal sealed record StandInFiles(IReadOnlyList<string> Deleted, IReadOnlyList<string> Kept)
{
    private const string Folder = "src/GenesysLambdas.Cli/StandIns/";

    public static StandInFiles Find(string root, IEnumerable<string> files, LookupContract lookup, IReadOnlyList<LookupContract> others)
    {
        var own = new LookupFiles(lookup.Name);
        // By what is written in them, since the program that runs may have been built before one was deleted.
        var more = (from path in files
                    where path.StartsWith(Folder, StringComparison.Ordinal) && path != own.StandIn
                    let text = GeneratedFiles.Read(Path.Combine(root, path))
                    where text.Contains($"Api => \"{lookup.Api.Name}\"", StringComparison.Ordinal)
                    select (Path: path, IsAlone: !path[Folder.Length..].Contains('/') && text.Split($": {nameof(StandIns.IStandIn)}").Length == 2)).ToList();
        return others.Any(other => other.Api.Name == lookup.Api.Name)
            // The others may have no stand-in but this one.
            ? new(more.Count > 0 ? [own.StandIn, own.Sample] : [], [])
            : new(
                [own.StandIn, own.Sample, .. more.Where(file => file.IsAlone).Select(file => file.Path)],
                [.. more.Where(file => !file.IsAlone).Select(file => file.Path)]);
    }
}
