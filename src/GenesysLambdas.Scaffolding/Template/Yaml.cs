using System.Text;
using System.Text.RegularExpressions;

namespace GenesysLambdas.Scaffolding.Template;

internal static partial class Yaml
{
    // CloudFormation's limit for Fn::And and Fn::Or.
    private const int MaxConditions = 10;

    public static string Text(string text) => Plain().IsMatch(text) && !Word().IsMatch(text) ? text : Quoted(text);

    public static string All(IEnumerable<string> conditions) => Combine("!And", [.. conditions]);

    public static string Any(IEnumerable<string> conditions) => Combine("!Or", [.. conditions]);

    private static string Combine(string function, string[] conditions) => conditions.Length switch
    {
        1 => conditions[0],
        <= MaxConditions => $"{function} [{string.Join(", ", conditions)}]",
        _ => Combine(function, [.. conditions.Chunk(MaxConditions).Select(some => Combine(function, some))]),
    };

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            quoted.Append(c switch
            {
                '"' or '\\' => $"\\{c}",
                // Including YAML 1.1's line ends and non-printable characters.
                < ' ' or (>= '\x7F' and <= '\xA0') or '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF' => $"\\u{(int)c:X4}",
                _ => c,
            });
        }

        return quoted.Append('"').ToString();
    }

    // Starts with a letter, and contains nothing that starts a comment or a value or ends a line.
    [GeneratedRegex(@"^[A-Za-z]([\w.,;'!?()/<>%+*=@$&""-]|:(?=[^\s])|(?<=\S) (?=[^\s#]))*\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Plain();

    // Words that YAML 1.1 does not read as strings.
    [GeneratedRegex(@"^(y|n|yes|no|true|false|on|off|null)\z", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
