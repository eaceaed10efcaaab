using System.Text.RegularExpressions;
using GenesysLambdas.Scaffolding.NewLookups.Code;

namespace GenesysLambdas.Scaffolding.NewLookups.Inputs;

/// <summary>The body that a new lookup sends: a JSON object with placeholders for inputs.</summary>
internal sealed partial class BodyTemplate
{
    private readonly NewInputs _inputs;
    private readonly Identifiers _partNames;
    private readonly string _name;
    private readonly List<JsonRecord> _parts = [];
    private readonly List<string> _notes = [];

    public BodyTemplate(string name, JsonElement json, NewInputs inputs, Identifiers partNames)
    {
        (_name, _inputs, _partNames, Json) = (name, inputs, partNames, json);
        var properties = new Identifiers(name);
        var members = json.EnumerateObject().Select(member => (member, Property: properties.Add(member.Name))).ToList();
        members.ForEach(member => _partNames.Reserve(member.Property));
        var values = members.Select(member => (Member: Member(member.member, member.Property, out var expression), expression)).ToList();
        Record = new JsonRecord(name, [.. values.Select(value => value.Member)], _parts);
        Arguments = [.. values.Select(value => value.expression)];
    }

    private JsonElement Json { get; }

    public JsonRecord Record { get; }

    public IReadOnlyList<string> Arguments { get; }

    public IReadOnlyList<string> Notes => _notes;

    public JsonNode Sent(Func<NewInput, JsonNode?> value) => Sent(Json, value)!;

    private JsonNode? Sent(JsonElement json, Func<NewInput, JsonNode?> value) => json.ValueKind switch
    {
        JsonValueKind.Object => new JsonObject(
            from member in json.EnumerateObject()
            let sent = Sent(member.Value, value)
            where sent is not null || member.Value.ValueKind == JsonValueKind.Null
            select KeyValuePair.Create(member.Name, sent)),
        JsonValueKind.Array => new JsonArray([.. json.EnumerateArray().Select(item => Sent(item, value))]),
        JsonValueKind.Number when !json.TryGetInt64(out _) => JsonValue.Create(json.GetDecimal()),
        _ when NewInputs.NameIn(json) is { } name => value(_inputs.All.Single(input => input.Name == name)),
        _ => JsonNode.Parse(json.GetRawText()),
    };

    private JsonMember Member(JsonProperty member, string property, out string expression)
    {
        var (type, value) = Value(member.Name, member.Value, isItem: false);
        expression = value;
        var isLeftOutIfNull = type.EndsWith('?') && member.Value.ValueKind == JsonValueKind.String;
        return new JsonMember(member.Name, property, type, isLeftOutIfNull);
    }

    private (string Type, string Expression) Value(string name, JsonElement json, bool isItem) => json.ValueKind switch
    {
        JsonValueKind.Object => Object(name, json, isItem),
        JsonValueKind.Array => Array(name, json),
        JsonValueKind.String => Text(json.GetString()!, isItem),
        JsonValueKind.True => ("bool", "true"),
        JsonValueKind.False => ("bool", "false"),
        JsonValueKind.Null => ("string?", "null"),
        _ when json.TryGetInt64(out var number) => ("long", $"{number}"),
        _ when json.TryGetDecimal(out _) => ("decimal", $"{json.GetRawText()}m"),
        _ => throw new ToolException($"The body's {name} is too large: {json.GetRawText()}."),
    };

    private (string Type, string Expression) Text(string text, bool isItem)
    {
        if (!OnePlaceholder().IsMatch(text))
        {
            if (Placeholder().IsMatch(text))
            {
                _notes.Add($"The body's \"{text}\" is sent unchanged: an input must be the whole string.");
            }

            return ("string", CSharp.Literal(text));
        }

        var input = _inputs.Add(text);
        return input.IsRequired || !isItem
            ? (input.PropertyType, $"inputs.{input.Property}")
            : throw new ToolException($"{text} is an item of an array in the body, so it cannot be optional.");
    }

    private (string Type, string Expression) Object(string name, JsonElement json, bool isItem)
    {
        var properties = new Identifiers();
        var place = _parts.Count;
        var members = json.EnumerateObject()
            .Select(member => (Member: Member(member, properties.Add(member.Name), out var expression), expression)).ToList();
        var columns = members.Select(member => member.Member).ToList();
        members.ForEach(member => _partNames.Reserve(member.Member.Property));
        var partName = JsonRecord.NameOf(name, isItem);
        var part = _parts.Find(known => known.Name == partName && known.Members.SequenceEqual(columns));
        if (part is null)
        {
            part = new JsonRecord(_partNames.Unused(partName), columns, []);
            _parts.Insert(place, part);
        }

        return ($"{_name}.{part.Name}", $"new {_name}.{part.Name}({string.Join(", ", members.Select(member => member.expression))})");
    }

    private (string Type, string Expression) Array(string name, JsonElement json)
    {
        var items = json.EnumerateArray().Select(item => Value(name, item, isItem: true)).ToList();
        var types = items.Select(item => item.Type).Distinct().ToList();
        return types.Count <= 1
            ? ($"IReadOnlyList<{types.FirstOrDefault() ?? "string"}>", $"[{string.Join(", ", items.Select(item => item.Expression))}]")
            : throw new ToolException(
                $"The body's {name} contains items of different types, which 'new' cannot write. "
                + "Leave only items of one type, and add the others to the generated file.");
    }

    [GeneratedRegex(@"\A\{[^{}\s]+\}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OnePlaceholder();

    [GeneratedRegex(
        @"\{[A-Za-z][A-Za-z0-9_-]*(:(string|integer|number|boolean))?\??\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
