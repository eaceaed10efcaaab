using System.Text.RegularExpressions;
using GenesysLambdas.Scaffolding.NewLookups.Code;

namespace GenesysLambdas.Scaffolding.NewLookups.Inputs;

internal sealed record NewInput(string Name, string Property, ContractType Type, bool IsRequired, bool IsInPath)
{
    /// <summary>The property's type. An optional one is nullable, so that a missing value is not sent.</summary>
    public string PropertyType => CSharp.Type(Type) + (IsRequired ? "" : "?");

    public bool IsPathSegment => IsInPath && Type == ContractType.String;

    public string Description => $"Value of {Name} in the request to the API.";

    public string Example => Type == ContractType.Boolean ? "true" : "1";

    public JsonNode ExampleJson => ToJson(Example);

    public JsonNode ToJson(string value) => Type == ContractType.String ? JsonValue.Create(value) : JsonNode.Parse(value)!;

    public InputContract ToContract() => new()
    {
        Name = Name,
        Type = Type,
        Description = Description,
        Required = IsRequired,
        Format = IsPathSegment ? TextFormat.PathSegment : TextFormat.Any,
    };
}

/// <summary>The inputs of a new lookup, from the placeholders of its request: <c>{order_id}</c>, <c>{limit:integer}</c>, <c>{open:boolean?}</c>.</summary>
internal sealed partial class NewInputs
{
    private static readonly string[] Reserved = ["orgId", "integrationId", "rawRequest", "conversationId"];

    private readonly List<NewInput> _inputs = [];
    private readonly Identifiers _properties;

    public NewInputs(string record) => _properties = new(record, "Contract", "Read");

    public IReadOnlyList<NewInput> All => _inputs;

    public static string? NameIn(JsonElement json) =>
        json.ValueKind == JsonValueKind.String && Placeholder().Match(json.GetString()!) is { Success: true } match ? match.Groups["name"].Value : null;

    public NewInput Add(string placeholder, bool isInPath = false)
    {
        if (Placeholder().Match(placeholder) is not { Success: true } match)
        {
            throw new ToolException(
                $"{placeholder} is not an input. Write {{name}}, {{name:integer}}, {{name:number}} or {{name:boolean}}. "
                + "A name starts with a letter and contains letters, digits, '-' and '_'. A ? before the } makes an input optional.");
        }

        var (name, isRequired) = (match.Groups["name"].Value, !match.Groups["optional"].Success);
        if (Reserved.Contains(name))
        {
            throw new ToolException($"{placeholder}: {name} is reserved by Genesys Cloud or this suite. Choose another name.");
        }

        if (isInPath && !isRequired)
        {
            throw new ToolException($"{placeholder} is part of the path, so it cannot be optional.");
        }

        var type = match.Groups["type"] is { Success: true } given ? TypeOf(placeholder, given.Value) : (ContractType?)null;
        if (_inputs.FindIndex(input => input.Name == name) is var index and >= 0)
        {
            var known = _inputs[index];
            return (type is null || type == known.Type) && isRequired == known.IsRequired
                ? _inputs[index] = known with { IsInPath = known.IsInPath || isInPath }
                : throw new ToolException($"{placeholder} contradicts its earlier use: an input has one type, and is either required or optional.");
        }

        _inputs.Add(new NewInput(name, _properties.Add(name), type ?? ContractType.String, isRequired, isInPath));
        return _inputs[^1];
    }

    private static ContractType TypeOf(string placeholder, string type) => type switch
    {
        "string" => ContractType.String,
        "integer" => ContractType.Integer,
        "number" => ContractType.Number,
        "boolean" => ContractType.Boolean,
        _ => throw new ToolException($"{placeholder}: '{type}' is not a type. The types are string, integer, number and boolean."),
    };

    [GeneratedRegex(
        @"\A\{(?<name>[A-Za-z][A-Za-z0-9_-]{0,99})(:(?<type>[^{}:?]*))?(?<optional>\?)?\}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
