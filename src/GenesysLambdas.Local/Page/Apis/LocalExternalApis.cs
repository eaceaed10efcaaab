using GenesysLambdas.Local.Page.Http;
using GenesysLambdas.Local.Server;

namespace GenesysLambdas.Local.Page.Apis;

internal sealed class LocalExternalApis(LocalServer server)
{
    public IReadOnlyList<LocalExternalApi> All { get; } =
    [
        .. server.Options.Contracts.GroupBy(contract => contract.Api.Name, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new LocalExternalApi(server, group.First().Api, [.. group])),
    ];

    public LocalExternalApi Named(string name) =>
        All.FirstOrDefault(api => api.Name == name)
        ?? throw PageException.NotFound($"There is no API {name}: the APIs are {string.Join(", ", All.Select(api => api.Name))}.");

    /// <summary>The API that a request is for; null if it is for none.</summary>
    public LocalExternalApi? At(PathString path) => All.FirstOrDefault(api => path.StartsWithSegments(api.Path, StringComparison.Ordinal));
}
