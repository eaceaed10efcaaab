using System.Collections.Immutable;
using GenesysLambdas.Core.ExternalApis;
using Microsoft.CodeAnalysis;

namespace GenesysLambdas.Core.Generator;

/// <summary>A class with <c>[ExternalApi]</c>.</summary>
/// <param name="SymbolId">See <see cref="Problem.Id"/>.</param>
internal sealed record ApiDeclaration(string Name, string SymbolId, Problem? Problem)
{
    private const string DefaultAuth = $"global::{KnownTypes.ExternalApi}.DefaultAuth";

    public static ApiDeclaration Read(ISymbol api)
    {
        var attribute = api.Attribute(KnownTypes.ExternalApi)!;
        var name = NameOf(attribute);
        var problem = !IsPrefix(name) ? Problem.At(Problem.WrongApiName, api, name)
            : UnseenCharacters.Problems(api, attribute).FirstOrDefault() is { } unseen ? unseen
            : attribute.Argument("Auth") is string auth && TokenPlace.Requirement(auth) is { } requirement
                ? Problem.At(Problem.WrongAuth, api, api.Name, requirement)
            : null;
        return new(name, Problem.Id(api), problem);
    }

    public static IEnumerable<Problem> Problems(ImmutableArray<ApiDeclaration> apis) =>
        apis.Select(api => api.Problem).OfType<Problem>().Concat(
            from same in apis.GroupBy(api => api.Name)
            where same.Count() > 1
            select new Problem(Problem.RepeatedApi, same.Last().SymbolId, same.Key));

    /// <summary>The contract of a lookup's API, as C#; null if it has none.</summary>
    public static string? Contract(AttributeData lookup)
    {
        if (lookup.Argument("Api") is not INamedTypeSymbol type || type.Attribute(KnownTypes.ExternalApi) is not { } api)
        {
            return null;
        }

        string?[] given =
        [
            Text("TokenUrl") is { } tokenUrl ? $"TokenUrl = {tokenUrl}" : null,
            Text("TokenUrlSetting") is { } setting ? $"TokenUrlSetting = {setting}" : null,
            Attributes.OwnSettings(type) is { } own ? $"OwnSettings = {own}" : null,
        ];
        var requiresSecret = Literals.Boolean(api.Argument("RequiresSecret") is true);
        return $"new({Literals.Text(NameOf(api))}, {Text("BaseUrl") ?? "\"\""}, {Text("Auth") ?? DefaultAuth}, RequiresSecret: {requiresSecret})"
            + Literals.Initializer(given);

        string? Text(string argument) => api.Argument(argument) is string given ? Literals.Text(given) : null;
    }

    private static string NameOf(AttributeData api) => api.ConstructorArguments.FirstOrDefault() is { IsNull: false, Value: string name } ? name : "";

    // Environment variables start with it.
    private static bool IsPrefix(string name) =>
        name.Split('_').All(word => word.Length > 0 && word.All(c => c is (>= 'A' and <= 'Z') or (>= '0' and <= '9'))) && name[0] is >= 'A' and <= 'Z';
}
