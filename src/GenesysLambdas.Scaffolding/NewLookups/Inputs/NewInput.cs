using GenesysLambdas.Scaffolding.NewLookups.Code;

namespace GenesysLambdas.Scaffolding.NewLookups.Inputs;

/// <summary>An input of a new lookup.</summary>
/// <param name="Name">The name Architect sends.</param>
/// <param name="Property">The property of the inputs record.</param>
/// <param name="IsRequired">Whether the lookup cannot run without it.</param>
/// <param name="IsInPath">Whether it is part of the path, apart from the query.</param>
public sealed record NewInput(string Name, string Property, ContractType Type, bool IsRequired, bool IsInPath)
{
    /// <summary>The property's type. An optional one is nullable, so that what is not given is not sent.</summary>
    public string PropertyType => CSharp.Type(Type) + (IsRequired ? "" : "?");

    public bool IsPathSegment => IsInPath && Type == ContractType.String;

    public string Description => Words.Describe(Words.Of(Name), Type);

    /// <summary>A value that is found, as it is typed.</summary>
    public string Example => Type == ContractType.Boolean ? "true" : "1";

    /// <summary>The same, as JSON.</summary>
    public JsonNode ExampleJson => Json(Example);

    /// <summary>A value as JSON, in the input's type.</summary>
    public JsonNode Json(string value) => Type == ContractType.String ? JsonValue.Create(value) : JsonNode.Parse(value)!;

    public InputContract ToContract() => new()
    {
        Name = Name,
        Type = Type,
        Description = Description,
        Required = IsRequired,
        Format = IsPathSegment ? TextFormat.PathSegment : TextFormat.Any,
    };
}
