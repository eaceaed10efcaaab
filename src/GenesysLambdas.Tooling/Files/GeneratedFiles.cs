namespace GenesysLambdas.Tooling.Files;

public static class GeneratedFiles
{
    public const string Actions = "genesys/actions";

    public const string Terraform = "genesys/terraform";

    public const string Advice = "Run 'generate', and commit what it writes.";

    /// <summary>The text of a file; null if it does not exist.</summary>
    public static string? Read(string path) => Try("read", path, () => File.Exists(path) ? File.ReadAllText(path) : null);

    public static void Delete(string path) => Try("delete", path, () =>
    {
        File.Delete(path);
        return true;
    });

    public static void Move(string from, string to) => Try("write", to, () =>
    {
        File.Move(from, to, overwrite: true);
        return true;
    });

    public static string Write(string folder, string name, string text)
    {
        var path = Path.Combine(folder, name);
        return Try("write", path, () =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
            return path;
        });
    }

    private static T Try<T>(string verb, string path, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"Cannot {verb} {path}: {exception.Message}");
        }
    }
}
