using GenesysLambdas.Publishing.Actions;
using GenesysLambdas.Tooling.Files;

namespace GenesysLambdas.Scaffolding.Generation;

/// <summary>The files whose generated parts follow from the lookups, and whose other parts stay.</summary>
public sealed record CommittedFiles(string Template, string Readme, string SettingsPage, ActionFiles Actions)
{
    public const string TemplateFile = "template.yaml";
    public const string ReadmeFile = "README.md";
    public const string SettingsFile = "docs/settings.md";

    public static CommittedFiles Read(string root)
    {
        return new(Read(TemplateFile), Read(ReadmeFile), Read(SettingsFile), ActionFiles.Read(Path.Combine(root, GeneratedFiles.Actions)));

        string Read(string path) => GeneratedFiles.Read(Path.Combine(root, path))
            ?? throw new ToolException($"There is no {path} here. Run this in the root of the repository, or name its folder with --root.");
    }
}
