namespace GenesysLambdas.Cli.Actions;

/// <summary>
/// The folder of the committed actions: a file for every version that may be published, and the names of the files that were
/// retired, since a version that was published once stays in Genesys Cloud and keeps its name there.
/// </summary>
internal sealed class ActionFiles
{
    /// <summary>The file with the names of the retired versions, one per line.</summary>
    public const string RetiredFile = "retired.txt";

    private ActionFiles(string folder, IEnumerable<string> names, IEnumerable<ActionVersion> retired)
    {
        var versions = names.Select(name => (Name: name, Version: ActionVersion.Parse(name))).ToList();
        Kept =
        [
            .. from version in versions.Select(file => file.Version).OfType<ActionVersion>()
               orderby version.Lookup, version.Number
               select CommittedAction.Read(folder, version),
        ];
        Strays = [.. from file in versions where file.Version is null orderby file.Name select Path.Combine(folder, file.Name)];
        Retired = [.. retired.Except(Kept.Select(action => action.Version))];
    }

    /// <summary>Every version that may be published, oldest first within a lookup.</summary>
    public IReadOnlyList<CommittedAction> Kept { get; }

    public IReadOnlyList<ActionVersion> Retired { get; }

    /// <summary>Paths of JSON files that belong to no version.</summary>
    public IReadOnlyList<string> Strays { get; }

    /// <summary>Reads the folder; a missing folder has no files.</summary>
    public static ActionFiles Read(string folder) => new(
        folder,
        Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json").Select(path => Path.GetFileName(path)) : [],
        ReadRetired(Path.Combine(folder, RetiredFile)));

    /// <summary>A lookup's versions, oldest first.</summary>
    public IReadOnlyList<CommittedAction> VersionsOf(string lookup) => [.. Kept.Where(action => action.Version.Lookup == lookup)];

    /// <summary>The function's ARN in a version's file, which only a deployment knows; null if it has none.</summary>
    public string? FunctionOf(ActionVersion version) => Kept.FirstOrDefault(action => action.Version == version)?.Function;

    /// <summary>The version after the lookup's last, retired ones included.</summary>
    public ActionVersion Next(string lookup) => new(
        lookup,
        1 + Kept.Select(action => action.Version).Concat(Retired).Where(version => version.Lookup == lookup).Select(version => version.Number).DefaultIfEmpty().Max());

    private static IEnumerable<ActionVersion> ReadRetired(string path) =>
        from line in (GeneratedFiles.Read(path) ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        select ActionVersion.Parse(line) ?? throw new ToolException($"{path} has the line '{line}', which is not the name of an action's file: restore it.");
}
