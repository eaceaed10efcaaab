using System.Text.RegularExpressions;

namespace GenesysLambdas.Cli.Emulator;

/// <summary>
/// A function as invokers name it: <c>CurrentWeatherFunction</c>, <c>current-weather</c>, a full ARN or a part of one, each
/// optionally with a qualifier (<see href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html">Invoke, FunctionName</see>).
/// </summary>
internal sealed partial record FunctionName(string Name, string? Qualifier)
{
    public const string Region = "us-east-1";

    public const string Account = "000000000000";

    /// <summary>The name in a text; null if it is not a function's name.</summary>
    public static FunctionName? Parse(string text)
    {
        var match = Pattern().Match(text);
        return match.Success
            ? new FunctionName(match.Groups["name"].Value, match.Groups["qualifier"] is { Success: true } qualifier ? qualifier.Value : null)
            : null;
    }

    public static string Arn(string function) => $"arn:aws:lambda:{Region}:{Account}:function:{function}";

    [GeneratedRegex(
        @"^(arn:aws[a-z-]*:lambda:)?([a-z]{2,}(-[a-z]+)+-[0-9]:)?([0-9]{12}:)?(function:)?(?<name>[A-Za-z0-9_-]+)(:(?<qualifier>\$LATEST|[A-Za-z0-9_-]+))?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
