using GenesysLambdas.Publishing.Actions;
using GenesysLambdas.Publishing.Terraform;
using GenesysLambdas.Scaffolding.Template;

namespace GenesysLambdas.Scaffolding.Generation;

public static class SuiteFiles
{
    /// <summary>Returns the files that are out of date, without writing them.</summary>
    public static IReadOnlyList<FileChange> Changes(string root, IReadOnlyList<LookupContract> lookups) => Changes(root, lookups, CommittedFiles.Read(root));

    public static IEnumerable<string> Warnings(string root, IReadOnlyList<FileChange> changes) => Quotas.Warnings(
        changes.FirstOrDefault(change => change.Path == CommittedFiles.TemplateFile)?.After ?? CommittedFiles.Read(root).Template);

    /// <summary>Makes all changes, or none if one fails, and removes empty folders.</summary>
    public static void Write(string root, IReadOnlyList<FileChange> changes)
    {
        if (changes.FirstOrDefault(change => GeneratedFiles.Read(Path.Combine(root, change.Path)) != change.Before) is { } outdated)
        {
            throw new ToolException(outdated.Before is null
                ? $"{outdated.Path} already exists. No files were changed."
                : $"{outdated.Path} has changed in the meantime. No files were changed. Try again.");
        }

        using var transaction = new FileTransaction(root);
        foreach (var change in changes)
        {
            transaction.Prepare(change);
        }

        foreach (var change in changes)
        {
            transaction.Make(change);
        }

        transaction.Complete();
    }

    internal static IReadOnlyList<FileChange> Changes(string root, IReadOnlyList<LookupContract> lookups, CommittedFiles committed)
    {
        var actions = ActionPlan.Create(lookups, committed.Actions);
        List<(string Path, string Text)> files =
        [
            (CommittedFiles.TemplateFile, SamTemplate.Update(committed.Template, lookups)),
            (CommittedFiles.ReadmeFile, LookupTable.Update(committed.Readme, lookups, actions)),
            (CommittedFiles.SettingsFile, SettingsTables.Update(committed.SettingsPage, lookups)),
            .. actions.Select(action => ($"{GeneratedFiles.Actions}/{action.Version.FileName}", committed.Actions.Expected(action))),
            .. new FunctionsTerraform(actions, committed.Actions, Path.Combine(root, GeneratedFiles.Terraform)).Files()
                .Select(file => ($"{GeneratedFiles.Terraform}/{file.Path}", file.Text)),
        ];
        return
        [
            .. from file in files
               let before = GeneratedFiles.Read(Path.Combine(root, file.Path))
               where before != file.Text
               select new FileChange(file.Path, before, file.Text),
        ];
    }
}

internal sealed record CommittedFiles(string Template, string Readme, string SettingsPage, ActionFiles Actions)
{
    public const string TemplateFile = "template.yaml";
    public const string ReadmeFile = "README.md";
    public const string SettingsFile = "docs/settings.md";

    public static CommittedFiles Read(string root)
    {
        return new(Read(TemplateFile), Read(ReadmeFile), Read(SettingsFile), ActionFiles.Read(Path.Combine(root, GeneratedFiles.Actions)));

        string Read(string path) => GeneratedFiles.Read(Path.Combine(root, path))
            ?? throw new ToolException($"There is no {path} here. Run this in the root of the repository, or specify its folder with --root.");
    }
}
