namespace GenesysLambdas.Local.Emulator;

/// <summary>The emulator's functions, by their names.</summary>
internal sealed class FunctionCatalog(IReadOnlyList<EmulatedFunction> functions)
{
    public IReadOnlyList<EmulatedFunction> All => functions;

    /// <summary>The function with this name: a lookup's, a function's, or its name in a stack; null if there is none.</summary>
    public EmulatedFunction? Find(string name) =>
        functions.FirstOrDefault(function => function.Contract.Function == name || function.Contract.Name == name)

        // The longest match, because one lookup's name may end with another's.
        ?? functions.Where(function => new FunctionName(name, Qualifier: null).IsOfStack(function.Contract.Name))
            .MaxBy(function => function.Contract.Name.Length);

    /// <summary>The function named by a request's path and <c>Qualifier</c>, which may be any version or alias.</summary>
    public (EmulatedFunction? Function, FunctionName? Name, InvokeError? Error) Find(HttpRequest request)
    {
        var text = (string)request.RouteValues["name"]!;
        if (FunctionName.Parse(text) is not { } name)
        {
            return (null, null, InvokeError.InvalidParameter($"'{text}' is neither a function's name nor an ARN."));
        }

        var qualifier = request.Query["Qualifier"].FirstOrDefault();
        if (qualifier is not null && !FunctionName.IsQualifier(qualifier))
        {
            return (null, null, InvokeError.InvalidParameter($"'{qualifier}' is neither a version nor an alias."));
        }

        if (qualifier is not null && name.Qualifier is not null && qualifier != name.Qualifier)
        {
            return (null, null, InvokeError.InvalidParameter("The derived qualifier from the function name does not match the specified qualifier."));
        }

        name = name with { Qualifier = qualifier ?? name.Qualifier };
        return Find(name.Name) is { } function
            ? (function, name.Name == function.Contract.Name ? name with { Name = function.Contract.Function } : name, null)
            : (null, null, InvokeError.NotFound(name.ToArn()));
    }
}
