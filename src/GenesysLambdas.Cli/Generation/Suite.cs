using GenesysLambdas.Cli.Actions;
using GenesysLambdas.Cli.Actions.Terraform;
using GenesysLambdas.Cli.Generation.Template;

namespace GenesysLambdas.Cli.Generation;

/// <summary>The files that follow from the lookups.</summary>
internal static class Suite
{
    private const string TemplateFile = "template.yaml";
    private const string Readme = "README.md";

    /// <summary>Every file that is out of date. Reads the repository, and writes nothing.</summary>
    /// <param name="root">The repository's folder; empty: the current one.</param>
    /// <param name="lookups">The lookups, in the order in which the files name them.</param>
    /// <exception cref="ToolException">A file is missing or damaged, or the code breaks the contract of a committed action.</exception>
    public static IReadOnlyList<FileChange> Changes(string root, IReadOnlyList<LookupContract> lookups)
    {
        var committed = ActionFiles.Read(Path.Combine(root, GeneratedFiles.Actions));
        var actions = ActionPlan.Create(lookups, committed);
        List<(string Path, string Text)> files =
        [
            (TemplateFile, SamTemplate.Update(Read(TemplateFile), lookups)),
            (Readme, LookupTable.Update(Read(Readme), lookups)),
            .. actions.Select(action => ($"{GeneratedFiles.Actions}/{action.Version.FileName}", action.ImportFile(committed.FunctionOf(action.Version), ActionTemplates.Canonical))),
            .. TerraformModule.Files(actions, committed.Retired).Select(file => ($"{GeneratedFiles.Terraform}/{file.Name}", file.Text)),
        ];
        return
        [
            .. from file in files
               let before = GeneratedFiles.Read(Path.Combine(root, file.Path))
               where before != file.Text
               select new FileChange(file.Path, before, file.Text),
        ];

        string Read(string path) => GeneratedFiles.Read(Path.Combine(root, path))
            ?? throw new ToolException($"There is no {path} here. Run this in the root of the repository, or name its folder with --root.");
    }

    /// <summary>Writes the changes: all of them, or none if one of the files cannot be written.</summary>
    public static void Write(string root, IReadOnlyList<FileChange> changes)
    {
        // In the same folders, so that the last step is a rename.
        var files = (from change in changes
                     let path = Path.GetFullPath(Path.Combine(root, change.Path))
                     select (New: path + ".new", Path: path, Text: change.After)).ToList();
        try
        {
            files.ForEach(file => GeneratedFiles.Write(Path.GetDirectoryName(file.New)!, Path.GetFileName(file.New), file.Text));
            files.ForEach(file => GeneratedFiles.Replace(file.New, file.Path));
        }
        finally
        {
            files.Where(file => File.Exists(file.New)).ToList().ForEach(file => File.Delete(file.New));
        }
    }
}
