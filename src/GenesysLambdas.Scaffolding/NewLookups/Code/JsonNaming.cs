using System.Text.Json.Serialization;

namespace GenesysLambdas.Scaffolding.NewLookups.Code;

/// <summary>How an API writes its names, for the serializer.</summary>
/// <param name="Name">The member of <see cref="JsonKnownNamingPolicy"/>.</param>
/// <param name="Policy">What it does.</param>
public sealed record JsonNaming(string Name, Func<string, string> Policy)
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
    public static JsonNaming Of(IEnumerable<JsonMember> members) => Known.MaxBy(naming => members.Count(member => naming.Writes(member.Property, member.Name)))!;

    /// <summary>Whether names are written as properties are.</summary>
    public bool IsNone => Name == nameof(JsonKnownNamingPolicy.Unspecified);

    public bool Writes(string property, string name) => Policy(property) == name;
}
