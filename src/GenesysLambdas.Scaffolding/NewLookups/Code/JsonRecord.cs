using System.Text.Json.Serialization;

namespace GenesysLambdas.Scaffolding.NewLookups.Code;

/// <summary>A JSON object as a record: of a reply that is read, or of a body that is sent.</summary>
/// <param name="Name">The record's name, such as <c>OrderStatusReply</c>.</param>
/// <param name="Parts">The records nested in it, for the objects below it.</param>
internal sealed record JsonRecord(string Name, IReadOnlyList<JsonMember> Members, IReadOnlyList<JsonRecord> Parts)
{
    /// <summary>Every member, those of the parts included.</summary>
    public IEnumerable<JsonMember> AllMembers => Members.Concat(Parts.SelectMany(part => part.Members));

    /// <summary>What the record of an object is called, or that of an array's item.</summary>
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

/// <summary>A member of a JSON object as a property.</summary>
/// <param name="Name">Its name in JSON.</param>
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

/// <summary>How an API writes its names, for the serializer.</summary>
/// <param name="Name">The member of <see cref="JsonKnownNamingPolicy"/>.</param>
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

    /// <summary>The one that most of the names follow. The others get attributes.</summary>
    public static JsonNaming Of(IEnumerable<JsonMember> members) =>
        Known.MaxBy(naming => members.Count(member => naming.Writes(member.Property, member.Name)))!;

    /// <summary>Its argument of the serializer's attribute; empty if names are written as properties are.</summary>
    public string Argument => Name == nameof(JsonKnownNamingPolicy.Unspecified) ? "" : $"PropertyNamingPolicy = JsonKnownNamingPolicy.{Name}, ";

    public bool Writes(string property, string name) => Policy(property) == name;
}
