using System.Text.RegularExpressions;

namespace GenesysLambdas.Scaffolding.NewLookups.Samples;

/// <summary>
/// The path of one value in a JSON document, such as <c>$.data.items[0].name</c>: names and indices, no wildcards
/// (RFC 9535, normalized paths and dot notation).
/// </summary>
internal sealed partial record JsonPath(IReadOnlyList<JsonStep> Steps)
{
    public static JsonPath Root { get; } = new([]);

    public IEnumerable<string> Names => Steps.Select(step => step.Name).OfType<string>();

    public static JsonPath Parse(string text)
    {
        var path = text.StartsWith('$') ? text : text.StartsWith('[') ? "$" + text : "$." + text;
        var match = Pattern().Match(path);
        return match.Success
            ? new([.. match.Groups["step"].Captures.Select(step => JsonStep.Parse(step.Value))])
            : throw new ToolException($"'{text}' is not the path of a single value. Write it like $.data.items[0].name, or $.data['first name'].");
    }

    public JsonPath Add(JsonStep step) => new([.. Steps, step]);

    public override string ToString() => "$" + string.Concat(Steps);

    [GeneratedRegex(@"\A\$(?<step>\.[\p{L}_$@][\p{L}\p{N}_$@-]*|\['[^']+'\]|\[[0-9]{1,6}\])+\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}

/// <summary>One step of a path: an object's member or, if the name is null, an array's item.</summary>
internal sealed partial record JsonStep(string? Name, int Index = 0)
{
    public static JsonStep Parse(string text) => text switch
    {
        ['.', .. var name] => new(name),
        ['[', '\'', .. var name, '\'', ']'] => new(name),
        _ => new(null, int.Parse(text[1..^1])),
    };

    public override string ToString() => Name is null ? $"[{Index}]" : Plain().IsMatch(Name) ? "." + Name : $"['{Name}']";

    [GeneratedRegex(@"\A[\p{L}_$@][\p{L}\p{N}_$@-]*\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Plain();
}
