using GenesysLambdas.Local.Emulator;

namespace GenesysLambdas.Local.Page.Apis;

/// <summary>The external APIs of the suite, in the order of their names.</summary>
internal sealed class SwitchedApis(LambdaEmulator emulator)
{
    public IReadOnlyList<SwitchedApi> All { get; } =
    [
        .. emulator.Options.Contracts.GroupBy(contract => contract.Api.Name, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new SwitchedApi(emulator, group.First().Api, [.. group])),
    ];

    /// <exception cref="PageException">There is no such API.</exception>
    public SwitchedApi Named(string name) =>
        All.FirstOrDefault(api => api.Name == name)
        ?? throw PageException.NotFound($"There is no API {name}: the APIs are {string.Join(", ", All.Select(api => api.Name))}.");

    /// <summary>The API that a request is for; null: none of them.</summary>
    public SwitchedApi? At(PathString path) => All.FirstOrDefault(api => path.StartsWithSegments(api.Path, StringComparison.Ordinal));
}
