using System.Text.RegularExpressions;

namespace GenesysLambdas.Publishing.Actions;

/// <summary>Where an action sends its request.</summary>
internal static partial class FunctionArn
{
    /// <summary>
    /// Stands for a function that is not known. Its blanks and brackets are in no ARN and in no function's name, so that it
    /// fails as what it is and does not look like a role without permission (403).
    /// </summary>
    public static string Placeholder(LookupContract contract) => $"<ARN of {contract.Function}>";

    /// <summary>Whether it is a function's ARN, with or without a version or alias; not <c>$LATEST</c>, which Velocity would read.</summary>
    public static bool IsValid(string arn) => Pattern().IsMatch(arn);

    [GeneratedRegex(@"\Aarn:aws[a-z-]*:lambda:[a-z0-9-]+:[0-9]{12}:function:[A-Za-z0-9_-]+(:[A-Za-z0-9_-]+)?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
