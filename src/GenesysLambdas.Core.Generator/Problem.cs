using Microsoft.CodeAnalysis;

namespace GenesysLambdas.Core.Generator;

/// <summary>
/// A problem with a lookup's attributes. It has the symbol's id rather than a <see cref="Location"/>, which would keep an old compilation
/// in memory and be wrong after an edit above it.
/// </summary>
internal sealed record Problem(DiagnosticDescriptor Descriptor, string SymbolId, string Name, string Detail = "")
{
    private const string Category = "GenesysLambdas";

    public static readonly DiagnosticDescriptor NotPartial = Error(
        "GL001", "A type with inputs, outputs or [Lookup] must be partial", "Make {0} partial and top-level, so that the generator can add to it");

    public static readonly DiagnosticDescriptor UnsupportedType = Error(
        "GL002", "Unsupported type", "{0} cannot be of type {1}");

    public static readonly DiagnosticDescriptor IllegalName = Error(
        "GL003", "Invalid name", "'{0}' is not a valid name in a data action: {1}");

    public static readonly DiagnosticDescriptor RepeatedName = Error(
        "GL004", "Repeated name", "'{0}' is declared more than once in {1}");

    public static readonly DiagnosticDescriptor NotOutputs = Error(
        "GL005", "Not an outputs record", "{0} must derive from LookupOutputs");

    public static readonly DiagnosticDescriptor NotALookup = Error(
        "GL006", "Not a lookup", "{0} must derive from Lookup<TInputs, TOutputs>");

    public static readonly DiagnosticDescriptor NotOneMethod = Error(
        "GL007", "Not exactly one function", "{0} must have exactly one [LambdaFunction] method, with a ResourceName");

    public static readonly DiagnosticDescriptor WrongDefault = Error(
        "GL008", "Invalid default", "The default of '{0}' must be {1}");

    public static readonly DiagnosticDescriptor RequiredNullable = Error(
        "GL009", "Required and nullable", "'{0}' cannot be both required and nullable: null means that it was not given");

    public static readonly DiagnosticDescriptor RepeatedLookup = Error(
        "GL010", "Repeated lookup", "More than one lookup has the {1} '{0}'");

    public static readonly DiagnosticDescriptor WrongLimit = Error(
        "GL011", "Invalid limit", "The output '{0}': {1}");

    public static readonly DiagnosticDescriptor UnseenCharacter = Error(
        "GL012", "Invisible character", "The attribute of {0} contains {1}, an invisible character that can reorder the text around it: remove it");

    public static readonly DiagnosticDescriptor WrongAuth = Error(
        "GL013", "Invalid Auth", "The Auth of {0} must be {1}");

    public static readonly DiagnosticDescriptor InvalidNumber = Error(
        "GL014", "Invalid number", "The {0} must be {1}");

    public static readonly DiagnosticDescriptor NotAnApi = Error(
        "GL015", "Not an external API",
        "The Api of {0} must be a class with [ExternalApi(\"USER_API\")], named as typeof(UserApi), which has the BaseUrl, Auth and so on of the API");

    public static readonly DiagnosticDescriptor RepeatedApi = Error(
        "GL016", "Repeated external API", "More than one class declares the external API '{0}'");

    public static readonly DiagnosticDescriptor WrongApiName = Error(
        "GL017", "Invalid name of an external API",
        "'{0}' is not a valid prefix for settings: use capitals and underscores, as in USER_API");

    public static Problem Type(Field field, string kind, string types) =>
        At(UnsupportedType, field.Property, $"The {kind} '{field.Name}'", $"{field.Property.Type.ToDisplayString()}: an {kind} is a {types}");

    public static Problem At(DiagnosticDescriptor descriptor, ISymbol symbol, string name, string detail = "") =>
        new(descriptor, Id(symbol), name, detail);

    /// <summary>A symbol's name in every version of the code, such as <c>P:Sample.Inputs.City</c>.</summary>
    public static string Id(ISymbol symbol) => symbol.GetDocumentationCommentId() ?? "";

    public Diagnostic ToDiagnostic(Compilation compilation) => Diagnostic.Create(
        Descriptor, DocumentationCommentId.GetFirstSymbolForDeclarationId(SymbolId, compilation)?.Locations.FirstOrDefault(), Name, Detail);

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true);
}
