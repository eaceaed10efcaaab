namespace GenesysLambdas.Cli.Emulator;

/// <summary>The emulator's functions, by their names.</summary>
internal sealed class FunctionCatalog(IReadOnlyList<EmulatedFunction> functions)
{
    /// <summary>All of them.</summary>
    public IReadOnlyList<EmulatedFunction> All => functions;

    /// <summary>The function of a lookup's name or a function's name; null: there is none.</summary>
    public EmulatedFunction? Find(string name) =>
        functions.FirstOrDefault(function => function.Contract.Function == name || function.Contract.Name == name);

    /// <summary>The function that a request's path and <c>Qualifier</c> name.</summary>
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
