
namespace GenesysLambdas.Cli.Actions;

/// <summary>Where the generated files are, and how they are written.</summary>
internal static class GeneratedFiles
{
    /// <summary>The folder of the committed actions, from the repository's root.</summary>
    public const string Actions = "genesys/actions";

    /// <summary>The folder of the committed Terraform files, from the repository's root.</summary>
    public const string Terraform = "genesys/terraform";

    /// <summary>Writes a file, in a folder that is made where there is none.</summary>
    /// <returns>Its path.</returns>
    /// <exception cref="ToolException">It cannot be written.</exception>
    public static async Task<string> WriteAsync(string folder, string name, string text, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, name);
        try
        {
            Directory.CreateDirectory(folder);
            await File.WriteAllTextAsync(path, text, cancellationToken);
            return path;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"Cannot write {path}: {exception.Message}");
        }
    }
}
