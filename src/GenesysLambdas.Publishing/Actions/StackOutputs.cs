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

    private StackOutputs(Dictionary<string, string> values) => _values = values;

    /// <summary>The ARN of the role that Genesys Cloud assumes; null if the stack does not have it.</summary>
    public string? Role => _values.GetValueOrDefault(RoleKey);

    /// <summary>The address of the HTTP API; null if the stack does not have one.</summary>
    public string? HttpApi => _values.GetValueOrDefault(HttpApiKey);

    public static string FunctionKey(LookupContract contract) => contract.Function + "Arn";

    /// <summary>The ARN of a lookup's function; null if the stack does not have it.</summary>
    public string? FunctionOf(LookupContract contract) => _values.GetValueOrDefault(FunctionKey(contract));

    public static StackOutputs Read(string path, IReadOnlyList<LookupContract> contracts)
    {
        try
        {
            var stacks = JsonSerializer.Deserialize<Description>(File.ReadAllText(path), Complete)?.Stacks ?? [];
            var candidates = stacks.Select(Values).Where(values => contracts.Any(contract => values.ContainsKey(FunctionKey(contract)))).ToList();
            return candidates switch
            {
                [var values] => new StackOutputs(values),
                [] => throw new ToolException($"{path} has no stack with an output such as {FunctionKey(contracts[0])}; {HowToGetIt}"),
                _ => throw new ToolException($"{path} has {candidates.Count} stacks with these functions; {HowToGetIt}"),
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

    private static Dictionary<string, string> Values(Stack stack)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var output in stack.Outputs ?? [])
        {
            values[output.OutputKey] = output.OutputValue;
        }

        return values;
    }

    private sealed record Description(IReadOnlyList<Stack>? Stacks);

    private sealed record Stack(IReadOnlyList<Output>? Outputs = null);

    private sealed record Output(string OutputKey, string OutputValue);
}
