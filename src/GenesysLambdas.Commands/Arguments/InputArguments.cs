namespace GenesysLambdas.Commands.Arguments;

/// <summary>Converts the inputs on the command line, <c>name=value</c>, to an event.</summary>
internal static class InputArguments
{
    public static Argument<string[]> Argument() => new("name=value")
    {
        Description = "The lookup's inputs, such as city_name=Paris.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    /// <summary>The event <c>{"inputs":{...}}</c>.</summary>
    public static byte[] ToEvent(LookupContract contract, IReadOnlyList<string> arguments) =>
        JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["inputs"] = ToInputs(contract, arguments) });

    /// <summary>
    /// A literal of the input's type is sent as that type. Anything else is sent as a string, so that the function reports the error.
    /// </summary>
    public static JsonObject ToInputs(LookupContract contract, IReadOnlyList<string> arguments) => new(
        Read(contract, arguments).Select(input =>
            KeyValuePair.Create(input.Input.Name, IsLiteral(input.Input.Type, input.Value) ? JsonNode.Parse(input.Value) : input.Value)));

    private static List<(InputContract Input, string Value)> Read(LookupContract contract, IReadOnlyList<string> arguments)
    {
        var inputs = new List<(InputContract Input, string Value)>();
        for (var i = 0; i < arguments.Count; i++)
        {
            var parts = arguments[i].Split('=', 2);
            var input = contract.Inputs.FirstOrDefault(input => input.Name == parts[0]) ?? throw Unknown(contract, parts[0]);
            if (parts.Length == 1)
            {
                var value = i + 1 < arguments.Count && !arguments[i + 1].Contains('=', StringComparison.Ordinal) ? arguments[i + 1] : "VALUE";
                throw new ToolException($"The input {input.Name} has no value: write {input.Name}={Quoted(value)}.");
            }

            if (inputs.Exists(other => other.Input == input))
            {
                throw new ToolException($"The input {input.Name} is given twice.");
            }

            inputs.Add((input, parts[1]));
        }

        return inputs;
    }

    private static ToolException Unknown(LookupContract contract, string name)
    {
        if (name.StartsWith('-'))
        {
            return new ToolException($"There is no option {name}. Add --help for help.");
        }

        var names = contract.Inputs.Select(input => input.Name);
        var suggestion = LookupNames.Nearest(names, name) is { } nearest ? $" Did you mean {nearest}?" : "";
        return new ToolException($"{contract.Name} has no input '{name}'.{suggestion} Its inputs are: {string.Join(", ", names)}.");
    }

    private static string Quoted(string value) => value.Contains(' ', StringComparison.Ordinal) ? $"\"{value}\"" : value;

    private static bool IsLiteral(ContractType type, string value) => type switch
    {
        ContractType.Boolean => value is "true" or "false",
        ContractType.Integer => IsJsonNumber(value) && long.TryParse(value, out _),
        ContractType.Number => IsJsonNumber(value),
        _ => false,
    };

    private static bool IsJsonNumber(string value)
    {
        if (value.Length == 0 || (value[0] != '-' && !char.IsAsciiDigit(value[0])) || !char.IsAsciiDigit(value[^1]))
        {
            return false;
        }

        try
        {
            using var json = JsonDocument.Parse(value);
            return json.RootElement.ValueKind == JsonValueKind.Number;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
