namespace GenesysLambdas.Publishing.Actions;

/// <summary>The outputs of the deployed stack, from the JSON of <c>aws cloudformation describe-stacks</c>.</summary>
public sealed class StackOutputs
{
    public const string RoleKey = "GenesysCloudRoleArn";

    public const string HttpApiKey = "HttpApiUrl";

    /// <summary>Explains why <see cref="Role"/> is null.</summary>
    public const string NoRole = $"The stack has no output {RoleKey}: it is deployed without GenesysOrganizationId.";

    private const string HowToGetIt = "get it with: aws cloudformation describe-stacks --stack-name NAME --output json";

    private static readonly JsonSerializerOptions Complete = new() { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    private readonly Dictionary<string, string> _values;

    private StackOutputs(Stack stack) => _values = (stack.Outputs ?? [])
        .GroupBy(output => output.OutputKey, StringComparer.Ordinal)
        .ToDictionary(outputs => outputs.Key, outputs => outputs.Last().OutputValue, StringComparer.Ordinal);

    /// <summary>The ARN of the role that Genesys Cloud assumes; null if the stack does not have it.</summary>
    public string? Role => _values.GetValueOrDefault(RoleKey);

    /// <summary>The address of the HTTP API; null if the stack does not have one.</summary>
    public string? HttpApi => _values.GetValueOrDefault(HttpApiKey);

    public static string FunctionKey(LookupContract contract) => contract.Function + "Arn";

    public string? FunctionOf(LookupContract contract) => _values.GetValueOrDefault(FunctionKey(contract));

    /// <exception cref="ToolException">It does not have exactly one stack with these lookups.</exception>
    public static StackOutputs Read(string path, IReadOnlyList<LookupContract> contracts)
    {
        try
        {
            var stacks = JsonSerializer.Deserialize<Description>(File.ReadAllText(path), Complete)?.Stacks ?? [];
            var candidates = stacks.Select(stack => new StackOutputs(stack)).Where(stack => contracts.Any(contract => stack.FunctionOf(contract) is not null));
            return candidates.ToList() switch
            {
                [var stack] => stack,
                [] => throw new ToolException($"{path} has no stack with an output such as {FunctionKey(contracts[0])}; {HowToGetIt}"),
                var several => throw new ToolException($"{path} has {several.Count} stacks with these functions; {HowToGetIt}"),
            };
        }
        catch (JsonException)
        {
            throw new ToolException($"{path} is not the output of describe-stacks; {HowToGetIt}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"Cannot read {path}: {exception.Message}");
        }
    }

    private sealed record Description(IReadOnlyList<Stack>? Stacks);

    private sealed record Stack(IReadOnlyList<Output>? Outputs = null);

    private sealed record Output(string OutputKey, string OutputValue);
}
