using GenesysLambdas.Tooling.Actions;
using GenesysLambdas.Tooling.Files;

namespace GenesysLambdas.Publishing.Actions;

/// <summary>
/// The folder of committed actions: a file for every version that may be published, and the names of files that were
/// retired, because a published version stays in Genesys Cloud and keeps its name there.
/// </summary>
/// <param name="Kept">Every version that may be published, oldest first within a lookup.</param>
/// <param name="Retired">Every version that was retired.</param>
/// <param name="Strays">Paths of JSON files that belong to no version.</param>
public sealed record ActionFiles(string Folder, IReadOnlyList<CommittedAction> Kept, IReadOnlyList<ActionVersion> Retired, IReadOnlyList<string> Strays)
{
    public const string RetiredFile = "retired.txt";

    public string RetiredText => string.Concat(Retired.Select(version => version.FileName + "\n"));

    /// <summary>Reads the folder; a missing folder has no files.</summary>
    /// <exception cref="ToolException">A file is invalid.</exception>
    public static ActionFiles Read(string folder)
    {
        var names = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json").Select(path => Path.GetFileName(path)) : [];
        var versions = names.Select(name => (Name: name, Version: ActionVersion.Parse(name))).ToList();
        CommittedAction[] kept =
        [
            .. from version in versions.Select(file => file.Version).OfType<ActionVersion>()
               orderby version.Lookup, version.Number
               select CommittedAction.Read(folder, version),
        ];
        return new(
            folder,
            kept,
            [.. ReadRetired(Path.Combine(folder, RetiredFile)).Except(kept.Select(action => action.Version))],
            [.. from file in versions where file.Version is null orderby file.Name select Path.Combine(folder, file.Name)]);
    }

    public CommittedAction? Find(ActionVersion version) => Kept.FirstOrDefault(action => action.Version == version);

    public IReadOnlyList<CommittedAction> VersionsOf(string lookup) => [.. Kept.Where(action => action.Version.Lookup == lookup)];

    /// <summary>The version after the lookup's last, retired ones included.</summary>
    public ActionVersion Next(string lookup)
    {
        var all = Kept.Select(action => action.Version).Concat(Retired).Where(version => version.Lookup == lookup);
        return new(lookup, 1 + all.Select(version => version.Number).DefaultIfEmpty().Max());
    }

    /// <summary>Removes these versions. Their numbers may be used again.</summary>
    public ActionFiles Drop(IReadOnlyCollection<ActionVersion> versions) => this with { Kept = [.. Kept.Where(action => !versions.Contains(action.Version))] };

    /// <summary>Retires these versions. Their numbers are not used again.</summary>
    public ActionFiles Retire(IReadOnlyCollection<ActionVersion> versions) => Drop(versions) with { Retired = [.. Retired, .. versions] };

    /// <summary>The expected content of an action's file. The function's ARN is unchanged, because the code does not know the deployment.</summary>
    public string Expected(DataAction action) => action.ImportFile(ActionCall.Lambda(action.Lookup, Find(action.Version)?.Function), ActionTemplates.Canonical);

    /// <summary>Every action whose file is out of date, with its differences; empty if all are up to date.</summary>
    public IReadOnlyList<string> OutOfDate(params IReadOnlyList<DataAction> actions) => [.. actions.SelectMany(OutOfDate)];

    private IEnumerable<string> OutOfDate(DataAction action) => (Find(action.Version), Expected(action)) switch
    {
        (null, _) => [$"{Path.Combine(Folder, action.Version.FileName)} is missing."],
        var (file, expected) when file.Text == expected => [],
        var (file, expected) => [$"{file.Path} is out of date:", .. file.DifferencesFrom(action, expected).Select(difference => "  " + difference)],
    };

    private static IEnumerable<ActionVersion> ReadRetired(string path) =>
        from line in (GeneratedFiles.Read(path) ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        select ActionVersion.Parse(line) ?? throw new ToolException($"{path} has the line '{line}', which is not the name of an action's file: restore it.");
}
