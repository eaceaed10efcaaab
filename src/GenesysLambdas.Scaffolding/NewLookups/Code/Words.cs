using System.Text.RegularExpressions;

namespace GenesysLambdas.Scaffolding.NewLookups.Code;

/// <summary>The words of a name, in any naming convention.</summary>
internal static partial class Words
{
    /// <summary>Its words in lower case, without characters that identifiers cannot contain: <c>order</c> and <c>id</c> for <c>orderID</c>.</summary>
    public static IReadOnlyList<string> Of(string name) => [.. Word().Matches(name).Select(match => match.Value.ToLowerInvariant())];

    public static string Pascal(IEnumerable<string> words) => string.Concat(words.Select(Capital));

    public static string Camel(IEnumerable<string> words) => string.Concat(words.Select((word, i) => i == 0 ? word : Capital(word)));

    public static string Snake(IEnumerable<string> words) => string.Join('_', words);

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    // An abbreviation ends before the capital of the next word: "ID" and "Card" in "IDCard".
    [GeneratedRegex(@"\p{Lu}+(?!\p{Ll})[0-9]*|\p{Lu}?\p{Ll}+[0-9]*|\p{Lu}|\p{Lo}+|[0-9]+\p{Ll}*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
