namespace GenesysLambdas.Cli.Emulator;

/// <summary>The emulator's functions, by their names.</summary>
internal sealed class FunctionCatalog(IReadOnlyList<EmulatedFunction> functions)
{
    public IReadOnlyList<EmulatedFunction> All => functions;

    /// <summary>The function with this lookup's or function's name; null if there is none.</summary>
    public EmulatedFunction? Find(string name) =>
        functions.FirstOrDefault(function => function.Contract.Function == name || function.Contract.Name == name);

    /// <summary>The function named by a request's path and <c>Qualifier</c>.</summary>
    public (EmulatedFunction? Function, string? Qualifier, InvokeError? Error) Find(HttpRequest request)
    {
        var text = (string)request.RouteValues["name"]!;
        if (FunctionName.Parse(text) is not { } name)
        {
            return (null, null, InvokeError.InvalidParameter($"'{text}' is neither a function's name nor an ARN."));
        }

        var qualifier = request.Query["Qualifier"].FirstOrDefault();
        if (qualifier is not null && name.Qualifier is not null && qualifier != name.Qualifier)
        {
            return (null, null, InvokeError.InvalidParameter("The derived qualifier from the function name does not match the specified qualifier."));
        }

        qualifier ??= name.Qualifier;
        return Find(name.Name) is { } function && qualifier is null or FunctionProcess.Version
            ? (function, qualifier, null)
            : (null, null, InvokeError.NotFound(FunctionName.Arn(name.Name) + (qualifier is null ? "" : ":" + qualifier)));
    }
}
