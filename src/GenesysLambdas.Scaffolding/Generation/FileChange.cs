namespace GenesysLambdas.Scaffolding.Generation;

/// <summary>A file to create, replace or delete.</summary>
/// <param name="Path">From the repository's root, with forward slashes.</param>
/// <param name="Before">Its text now; null if there is no such file.</param>
/// <param name="After">Its new text; null to delete it.</param>
public sealed record FileChange(string Path, string? Before, string? After);
