using GenesysLambdas.Scaffolding.NewLookups.Code;
using GenesysLambdas.Scaffolding.NewLookups.Samples;

namespace GenesysLambdas.Scaffolding.NewLookups.Outputs;

internal enum OutputKind
{
    /// <summary>True if something was found, or the change was made.</summary>
    Flag,

    Scalar,

    Count,

    List,
}

/// <param name="Value">Where its value comes from; null for <see cref="OutputKind.Flag"/>.</param>
internal sealed record NewOutput(string Name, string Property, OutputKind Kind, string Description, SampleValue? Value)
{
    public ContractType Type => Kind switch
    {
        OutputKind.Flag => ContractType.Boolean,
        OutputKind.Count => ContractType.Integer,
        OutputKind.List => ContractType.String,
        _ => Value!.Type,
    };

    public bool IsList => Kind == OutputKind.List;

    public string PropertyType => Kind switch
    {
        OutputKind.Count => "int",
        OutputKind.List => "IReadOnlyList<string>",
        _ => CSharp.Type(Type),
    };

    public string Initializer => Kind == OutputKind.List ? " = [];" : Type == ContractType.String ? " = \"\";" : "";

    /// <summary>The value if nothing was found.</summary>
    public JsonNode Empty => Kind == OutputKind.List ? new JsonArray() : Type switch
    {
        ContractType.Boolean => JsonValue.Create(false),
        ContractType.String => JsonValue.Create(""),
        _ => JsonValue.Create(0),
    };

    public JsonNode Expected => Kind switch
    {
        OutputKind.Flag => JsonValue.Create(true),
        OutputKind.Count => JsonValue.Create(Value!.Json.GetArrayLength()),
        OutputKind.List => new JsonArray([.. Value!.Texts.Take(OutputContract.DefaultMaxItems).Select(text => JsonValue.Create(text))]),
        _ => Value!.Output,
    };

    public OutputContract ToContract() => new(Name, Type, IsList, Description);
}
