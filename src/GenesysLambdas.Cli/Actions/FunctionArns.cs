namespace GenesysLambdas.Cli.Actions;

/// <summary>The functions' ARNs as they were given: one by one, or by the stack.</summary>
internal sealed class FunctionArns
{
    private readonly Dictionary<string, string> _byLookup = new(StringComparer.Ordinal);

    /// <param name="contracts">Every lookup.</param>
    /// <param name="arguments">Each <c>lookup=ARN</c>; they win over the stack.</param>
    /// <param name="stack">The stack's outputs, where given.</param>
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

    /// <summary>The ARN of the lookup's function; null where none was given.</summary>
    public string? Find(LookupContract contract) => _byLookup.GetValueOrDefault(contract.Name);

    private static string Checked(LookupContract contract, string arn) => FunctionArn.IsValid(arn)
        ? arn
        : throw new ToolException($"'{arn}' is no ARN for {contract.Name}; one looks like arn:aws:lambda:us-east-1:123456789012:function:my-stack-{contract.Name}.");
}
