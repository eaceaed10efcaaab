using System.Text.RegularExpressions;
using GenesysLambdas.Testing;

namespace GenesysLambdas.Tests.Rules;

/// <summary>Phrases that were all over this project once, and that no English-speaking engineer would use.</summary>
public sealed partial class EnglishTests
{
    private static readonly string[] Extensions = [".cs", ".md", ".yaml", ".yml", ".toml", ".tf", ".js", ".html", ".props", ".targets", ".csproj", ""];

    private static readonly string[] Skipped = ["bin", "obj", "out", ".git", ".aws-sam", ".vs", ".idea"];

    private static readonly Lazy<(string Path, string Text)[]> Files = new(() =>
    [
        .. from path in FilesBelow(Repository.Root)
           where Extensions.Contains(Path.GetExtension(path)) && Path.GetFileNameWithoutExtension(path) != nameof(EnglishTests)
           // Test names are sentences, and sentences continue on the next line.
           select (Path.GetRelativePath(Repository.Root, path), LineBreak().Replace(File.ReadAllText(path), " ").Replace('_', ' ')),
    ]);

    [Theory]
    // One name for one thing.
    [InlineData("far ends?", "Write external API, token endpoint or server.")]
    [InlineData("behind HTTP|HTTP door|open the door", "It is called the HTTP API.")]
    [InlineData("(token|secret|credential)s? (is|are) (right|wrong)", "Write valid or invalid.")]
    [InlineData("(an?|any|each|every) text of", "JSON has strings, and a length is written as '1 to 64 characters long'.")]
    [InlineData("(is|are|be) (kept|remembered) for (up to |at most )?[a-z0-9]+ (seconds|minutes)", "Write cached.")]
    // The usual word.
    [InlineData("is being asked", "A server is rate limiting our requests.")]
    [InlineData("br(eak|eaks|oke|oken) off", "The connection was closed before the reply was complete.")]
    [InlineData("something else than", "Write something other than.")]
    [InlineData("makes? no sense", "Write invalid.")]
    [InlineData("tried again", "Write retried.")]
    [InlineData("fewest characters|most characters of", "Write minimum or maximum length.")]
    // Literary.
    [InlineData("holds? neither", "Say what is missing: contains no token.")]
    [InlineData("is yours to", "Write that something is not detected, or is up to you.")]
    [InlineData("(everything that|what) follows from", "Write all generated files.")]
    [InlineData("remembers? (a|no) decision", "Write caches decisions.")]
    [InlineData("at your desk", "Write locally, or local development.")]
    [InlineData("one of us should", "Write needs an operator's attention.")]
    [InlineData("is there a way to", "Ask what to check: is the network reachable?")]
    [InlineData("takes? (it|them|a lookup|the lookup) (all )?out again", "Write removes.")]
    [InlineData("what becomes of", "Say what happens.")]
    [InlineData("whom it trusts", "Write TLS trust.")]
    [InlineData("does as it is told|no longer than it may", "Say what it does.")]
    [InlineData(@"0\.\d+ times as (long|slow)", "Write n times as fast as.")]
    public void No_page_message_comment_or_test_name_says(string phrase, string instead)
    {
        var regex = new Regex($@"\b({phrase})\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10));

        var found = from file in Files.Value
                    from match in regex.Matches(file.Text)
                    select $"{file.Path} says \"{match.Value}\". {instead}";

        Assert.True(!found.Any(), string.Join('\n', found));
    }

    private static IEnumerable<string> FilesBelow(string folder) => Directory.EnumerateFiles(folder).Concat(
        from child in Directory.EnumerateDirectories(folder)
        where !Skipped.Contains(Path.GetFileName(child))
        from file in FilesBelow(child)
        select file);

    [GeneratedRegex(@"\s*\n\s*(///? ?|# |\* )?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex LineBreak();
}
