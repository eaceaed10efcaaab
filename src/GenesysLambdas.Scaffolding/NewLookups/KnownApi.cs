using GenesysLambdas.Scaffolding.Generation;

namespace GenesysLambdas.Scaffolding.NewLookups;

/// <summary>An external API that the code declares already.</summary>
/// <param name="Contract">Its settings.</param>
/// <param name="Class">The class that declares it.</param>
/// <param name="Place">A lookup that calls it or, if there is none, the file that declares it.</param>
/// <param name="IsCalled">Whether a lookup calls it.</param>
/// <param name="Secret">The secret of its stand-in; null: it needs none.</param>
public sealed record KnownApi(ApiContract Contract, string Class, string Place, bool IsCalled, string? Secret)
{
    /// <returns>Null if there is no API of that name.</returns>
    public static KnownApi? Find(string root, string name, IReadOnlyList<LookupContract> lookups, IReadOnlyList<KnownStandIn> standIns)
    {
        var source = ApiSource.Find(root, name);
        var secret = standIns.FirstOrDefault(standIn => standIn.Api == name && standIn.Secret is not null)?.Secret;
        return lookups.FirstOrDefault(lookup => lookup.Api.Name == name) is { } lookup
                ? new(lookup.Api, source?.Class ?? ApiSource.ClassOf(name), lookup.Name, IsCalled: true, secret)
            : source is not null ? new(source.Contract, source.Class, source.Path, IsCalled: false, secret)
            : null;
    }
}
