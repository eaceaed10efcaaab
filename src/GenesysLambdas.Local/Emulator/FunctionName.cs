using System.Text.RegularExpressions;

namespace GenesysLambdas.Local.Emulator;

/// <summary>
/// Any form of a function's name that Lambda accepts: <c>CurrentWeatherFunction</c>, <c>current-weather</c>, <c>genesys-lambdas-current-weather</c>, a
/// full or partial ARN, each with an optional qualifier
/// (<see href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html">Invoke, FunctionName</see>).
/// </summary>
/// </summary>
internal sealed partial record FunctionName(string Name, string? Qualifier)
{
    private const int MaxLength = 64;

    /// <summary>
    /// Whether this is the lookup's function in a stack of any name
    /// (<see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html">CreateStack, StackName</see>).
    /// </summary>
    public bool IsOfStack(string lookup) => Name.EndsWith("-" + lookup, StringComparison.Ordinal) && Stack().IsMatch(Name[..^(lookup.Length + 1)]);

    /// <summary>Every alias points to the only version.</summary>
    public static string Version(string? qualifier) => qualifier?.All(char.IsAsciiDigit) is true ? qualifier : FunctionProcess.Version;

    public static bool IsQualifier(string text) => ValidQualifier().IsMatch(text);

    /// <returns>Null if it is not a valid name.</returns>
    public static FunctionName? Parse(string text)
    {
        var match = Pattern().Match(text);
        return match.Success && match.Groups["name"].Length <= MaxLength
            ? new FunctionName(match.Groups["name"].Value, match.Groups["qualifier"] is { Success: true } qualifier ? qualifier.Value : null)
            : null;
    }

    public string ToArn() => Arn(Name) + (Qualifier is null ? "" : ":" + Qualifier);

    public static string Arn(string function) => $"arn:aws:lambda:{LocalAws.Region}:{LocalAws.Account}:function:{function}";

    [GeneratedRegex(
        @"^(arn:aws[a-z-]*:lambda:)?([a-z]{2,}(-[a-z]+)+-[0-9]:)?([0-9]{12}:)?(function:)?(?<name>[A-Za-z0-9_-]+)(:(?<qualifier>\$LATEST|[A-Za-z0-9_-]+))?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"\A(\$LATEST|[A-Za-z0-9_-]{1,128})\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ValidQualifier();

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9-]*\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Stack();
}
