using System.Text.Json.Serialization;

namespace GenesysLambdas.Scaffolding.NewLookups.Code;

internal sealed record JsonRecord(string Name, IReadOnlyList<JsonMember> Members, IReadOnlyList<JsonRecord> Parts)
{
    public IEnumerable<JsonMember> AllMembers => Members.Concat(Parts.SelectMany(part => part.Members));

    public static string NameOf(string member, bool isItem)
    {
        var stem = Words.Pascal(Words.Of(member));
        stem = stem.Length == 0 || char.IsAsciiDigit(stem[0]) ? "Value" + stem : stem;
        return (isItem ? Singular(stem) : stem) + "Part";
    }

    public string Write(JsonNaming naming, string indent = "")
    {
        var head = CSharp.WithArguments($"internal sealed record {Name}", [.. Members.Select(member => member.Write(naming))], "", indent);
        return Parts.Count == 0 ? head + ";\n" : $$"""
            {{head}}
            {
            {{string.Join('\n', Parts.Select(part => part.Write(naming, "    ")))}}}

            """;
    }

    private static string Singular(string name) => name switch
    {
        [.. var stem, 'i', 'e', 's'] when stem.Length > 1 => stem + "y",
        [.., 's', 's'] => name,
        [.. var stem, 's'] when stem.Length > 1 => stem,
        _ => name,
    };
}

internal sealed record JsonMember(string Name, string Property, string Type, bool IsLeftOutIfNull = false)
{
    public string Write(JsonNaming naming)
    {
        string[] attributes =
        [
            .. naming.Writes(Property, Name) ? Array.Empty<string>() : [$"JsonPropertyName({CSharp.Literal(Name)})"],
            .. IsLeftOutIfNull ? ["JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)"] : Array.Empty<string>(),
        ];
        return (attributes.Length == 0 ? "" : $"[property: {string.Join(", ", attributes)}] ") + $"{Type} {Property}";
    }
}

internal sealed record JsonNaming(string Name, Func<string, string> Policy)
{
    private static readonly JsonNaming[] Known =
    [
        new(nameof(JsonKnownNamingPolicy.CamelCase), JsonNamingPolicy.CamelCase.ConvertName),
        new(nameof(JsonKnownNamingPolicy.SnakeCaseLower), JsonNamingPolicy.SnakeCaseLower.ConvertName),
        new(nameof(JsonKnownNamingPolicy.KebabCaseLower), JsonNamingPolicy.KebabCaseLower.ConvertName),
        new(nameof(JsonKnownNamingPolicy.SnakeCaseUpper), JsonNamingPolicy.SnakeCaseUpper.ConvertName),
        new(nameof(JsonKnownNamingPolicy.Unspecified), name => name),
    ];

    public static JsonNaming Of(IEnumerable<JsonMember> members) =>
        Known.MaxBy(naming => members.Count(member => naming.Writes(member.Property, member.Name)))!;

    public string Argument => Name == nameof(JsonKnownNamingPolicy.Unspecified) ? "" : $"PropertyNamingPolicy = JsonKnownNamingPolicy.{Name}, ";

    public bool Writes(string property, string name) => Policy(property) == name;
}
