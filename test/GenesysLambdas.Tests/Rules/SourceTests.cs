using System.Text.RegularExpressions;
using GenesysLambdas.Testing;

namespace GenesysLambdas.Tests.Rules;

/// <summary>What no analyzer checks, in all files but those of which a suite has one for each lookup or API: these are as their authors like.</summary>
public sealed partial class SourceTests
{
    private static readonly string[] Authors = ["Lookups", "Apis", "StandIns"];

    private static readonly (string Path, string Text)[] Sources =
    [
        .. from file in Repository.Sources("src").Concat(Repository.Sources("test"))
           let path = Path.GetRelativePath(Repository.Root, file)
           let folders = path.Split(Path.DirectorySeparatorChar)
           where folders[1] is not ("GenesysLambdas" or "GenesysLambdas.Cli" or "GenesysLambdas.Tests") || !Authors.Contains(folders[2])
           select (path, File.ReadAllText(file)),
    ];

    [Fact]
    public void No_line_in_src_is_longer_than_160_columns() => Assert.Empty(
        from source in Sources
        where source.Path.StartsWith("src", StringComparison.Ordinal)
        from line in source.Text.Split('\n').Select((text, i) => (text.Length, Place: $"{source.Path}:{i + 1}"))
        where line.Length > 160
        select line.Place);

    [Fact]
    public void No_two_types_in_src_share_a_name() => Assert.Empty(
        from source in Sources
        where source.Path.StartsWith("src", StringComparison.Ordinal)
        from type in TypeName().Matches(source.Text)
        where !type.Value.Contains(" partial ", StringComparison.Ordinal)
        group source.Path by type.Groups["name"].Value into types
        where types.Distinct().Count() > 1
        select $"{types.Key}: {string.Join(", ", types)}");

    [Fact]
    public void An_empty_string_is_two_quotes_and_a_caught_exception_is_called_exception() => Assert.Empty(
        from source in Sources
        from other in OtherStyle().Matches(source.Text)
        select $"{source.Path}: {other.Value}");

    // Types in a namespace; those within a type may be called as they like.
    [GeneratedRegex(
        @"^(public |internal )(static |sealed |abstract |readonly |partial )*(class|record struct|record|struct|interface|enum) (?<name>\w+(<[\w, ]+>)?)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex TypeName();

    [GeneratedRegex(@"\bstring\.Empt[y]\b|\bcatch \([\w.<>]+ (?!exception\))\w+\)", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex OtherStyle();
}
