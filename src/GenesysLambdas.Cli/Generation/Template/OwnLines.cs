namespace GenesysLambdas.Cli.Generation.Template;

/// <summary>The lines that are written by hand at the end of a generated function: settings of its own, or a time-out.</summary>
internal static class OwnLines
{
    /// <summary>The comment that they follow. They end with the function.</summary>
    public const string Marker = "          # by hand\n";

    /// <summary>Each function that has such lines, with them.</summary>
    public static IReadOnlyDictionary<string, string> Read(string functions) => functions.Split("\n\n")
        .Select(resource => (resource + '\n').Split(Marker, 2))
        .Where(resource => resource.Length == 2)
        .ToDictionary(resource => resource[0].Split(':')[0].Trim(), resource => resource[1], StringComparer.Ordinal);
}
