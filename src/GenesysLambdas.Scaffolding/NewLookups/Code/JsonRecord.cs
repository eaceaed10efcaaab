namespace GenesysLambdas.Scaffolding.NewLookups.Code;

/// <summary>A JSON object as a record: of a reply that is read, or of a body that is sent.</summary>
/// <param name="Name">The record's name, such as <c>OrderStatusReply</c>.</param>
/// <param name="Members">Its members.</param>
/// <param name="Parts">The records nested in it, for the objects below it.</param>
public sealed record JsonRecord(string Name, IReadOnlyList<JsonMember> Members, IReadOnlyList<JsonRecord> Parts)
{
    /// <summary>Every member, those of the parts included.</summary>
    public IEnumerable<JsonMember> AllMembers => Members.Concat(Parts.SelectMany(part => part.Members));

    /// <summary>The record's C#.</summary>
    /// <param name="naming">How the serializer writes the names of properties.</param>
    public string Write(JsonNaming naming, string indent = "")
    {
        var head = CSharp.WithArguments($"internal sealed record {Name}", [.. Members.Select(member => member.Write(naming))], "", indent);
        return Parts.Count == 0 ? head + ";\n" : $$"""
            {{head}}
            {
            {{string.Join('\n', Parts.Select(part => part.Write(naming, "    ")))}}}

            """;
    }
}

/// <summary>A member of a JSON object as a property.</summary>
/// <param name="Name">Its name in JSON.</param>
/// <param name="Property">The property.</param>
/// <param name="Type">The property's type.</param>
/// <param name="IsLeftOutIfNull">Whether it is not sent when it is null.</param>
public sealed record JsonMember(string Name, string Property, string Type, bool IsLeftOutIfNull = false)
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
