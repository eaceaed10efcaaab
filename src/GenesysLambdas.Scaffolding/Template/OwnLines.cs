using System.Text.RegularExpressions;

namespace GenesysLambdas.Scaffolding.Template;

/// <summary>Hand-written lines at the end of a generated function, such as its own settings or a timeout.</summary>
internal static partial class OwnLines
{
    /// <summary>The comment before them. They end with the function.</summary>
    public const string Marker = "          # by hand\n";

    public static IReadOnlyDictionary<string, string> Read(string functions) => Function().Matches(functions)
        .ToDictionary(function => function.Groups["name"].Value, function => function.Groups["own"].Value.TrimEnd('\n') + '\n', StringComparer.Ordinal);

    public static string Remove(string text, string function) => Function().Replace(text, match =>
        match.Groups["name"].Value == function ? match.Value[..(match.Groups["marker"].Index - match.Index)] + '\n' : match.Value);

    [GeneratedRegex(
        @"^  (?<name>\w+):\n(   .*\n|\n)*?(?<marker> *# by hand\n)(?<own>(   .*\n|\n)*)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Function();
}
