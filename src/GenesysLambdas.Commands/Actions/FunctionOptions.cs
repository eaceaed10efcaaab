using GenesysLambdas.Publishing.Actions;

namespace GenesysLambdas.Commands.Actions;

internal sealed class FunctionOptions(IReadOnlyList<LookupContract> contracts)
{
    private readonly Option<string?> _stack = ActionOptions.Stack("Take the ARNs of the role and the functions from the deployed stack.");
    private readonly Option<string[]> _functions = Options.Texts("--function-arn", "LOOKUP=ARN", "The ARN of a lookup's function; can be repeated.");

    public IReadOnlyList<Option> All => [_stack, _functions];

    /// <summary>The stack's outputs; null without --stack-outputs.</summary>
    public StackOutputs? Stack(ParseResult result) => result.GetValue(_stack) is { } file ? StackOutputs.Read(file, contracts) : null;

    /// <summary>The functions' ARNs; null without any option.</summary>
    public FunctionArns? Functions(ParseResult result, StackOutputs? stack) => (stack, result.GetValue(_functions) ?? []) switch
    {
        (null, []) => null,
        var (_, functions) => new(contracts, functions, stack),
    };
}
