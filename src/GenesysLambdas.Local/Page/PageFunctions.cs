using GenesysLambdas.Local.Emulator;
using GenesysLambdas.Local.Page.Http;

namespace GenesysLambdas.Local.Page;

internal static class PageFunctions
{
    /// <exception cref="PageException">There is no such lookup.</exception>
    public static EmulatedFunction Named(this FunctionCatalog functions, string lookup) =>
        functions.All.FirstOrDefault(function => function.Contract.Name == lookup)
        ?? throw PageException.NotFound(
            $"There is no lookup {lookup}: the lookups are {string.Join(", ", functions.All.Select(function => function.Contract.Name))}.");
}
