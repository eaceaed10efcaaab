using DiffPlex.Renderer;

namespace GenesysLambdas.Scaffolding.Generation;

/// <summary>The difference of two texts, line by line, as <c>diff -u</c> shows it.</summary>
public static class TextDifference
{
    public static string Of(FileChange change) => UnidiffRenderer.GenerateUnidiff(
        Lines(change.Before), Lines(change.After), change.Path, $"{change.Path} (generated)", ignoreWhitespace: false);

    private static string Lines(string? text) => text?.TrimEnd('\n') ?? "";
}
