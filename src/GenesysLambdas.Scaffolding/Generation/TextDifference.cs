using DiffPlex.Renderer;

namespace GenesysLambdas.Scaffolding.Generation;

/// <summary>A unified diff, as <c>diff -u</c> prints it.</summary>
public static class TextDifference
{
    public static string Of(FileChange change) => UnidiffRenderer.GenerateUnidiff(
        Lines(change.Before), Lines(change.After), change.Path, $"{change.Path} (generated)", ignoreWhitespace: false);

    private static string Lines(string? text) => text?.TrimEnd('\n') ?? "";
}
