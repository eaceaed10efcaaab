using System.Text.RegularExpressions;

namespace GenesysLambdas.Publishing.Actions;

/// <summary>The functions' ARNs, from arguments or the stack.</summary>
public sealed partial class FunctionArns
{
    private readonly Dictionary<string, string> _byLookup = new(StringComparer.Ordinal);

    /// <param name="arguments">ARNs as <c>lookup=arn</c>, which override the stack's.</param>
    /// <exception cref="ToolException">An ARN is not valid for a function, or there are two for a lookup.</exception>
    public FunctionArns(IReadOnlyList<LookupContract> contracts, IReadOnlyList<string> arguments, StackOutputs? stack)
    {
        foreach (var argument in arguments)
        {
            var parts = argument.Split('=', 2);
            var contract = LookupNames.Find(contracts, parts[0]);
            if (!_byLookup.TryAdd(contract.Name, Checked(contract, parts.Length == 2 ? parts[1] : "")))
            {
                throw new ToolException($"The function of {contract.Name} is given twice.");
            }
        }

        foreach (var contract in contracts)
        {
            if (stack?.FunctionOf(contract) is { } arn)
            {
                _byLookup.TryAdd(contract.Name, Checked(contract, arn));
            }
        }
    }

    public string? Find(LookupContract contract) => _byLookup.GetValueOrDefault(contract.Name);

    internal static bool IsValid(string arn) => Pattern().IsMatch(arn);

    private static string Checked(LookupContract contract, string arn) => IsValid(arn)
        ? arn
        : throw new ToolException(
            $"'{arn}' is not an ARN of a function for {contract.Name}; write it like arn:aws:lambda:us-east-1:123456789012:function:my-stack-{contract.Name}.");

    // With or without a version or alias, but not $LATEST, which Velocity would interpret.
    [GeneratedRegex(
        @"\Aarn:aws[a-z-]*:lambda:[a-z0-9-]+:[0-9]{12}:function:[A-Za-z0-9_-]+(:[A-Za-z0-9_-]+)?\z",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
