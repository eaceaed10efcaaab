namespace GenesysLambdas.Cli.Generation;

/// <summary>A file that is out of date.</summary>
/// <param name="Path">From the repository's root.</param>
/// <param name="Before">Its text now; null if there is no such file.</param>
/// <param name="After">What its text must be.</param>
internal sealed record FileChange(string Path, string? Before, string After);
