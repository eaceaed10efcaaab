namespace GenesysLambdas.Local.Emulator;

internal sealed class FunctionCatalog(IReadOnlyList<EmulatedFunction> functions)
{
    public IReadOnlyList<EmulatedFunction> All => functions;

    /// <summary>Finds a function by the name of its lookup, its name in the template, or its name in a stack.</summary>
    public EmulatedFunction? Find(string name) =>
        functions.FirstOrDefault(function => function.Contract.Function == name || function.Contract.Name == name)

        // The longest match, because one lookup's name may end with another's.
        ?? functions.Where(function => new FunctionName(name, Qualifier: null).IsOfStack(function.Contract.Name))
            .MaxBy(function => function.Contract.Name.Length);

    /// <summary>Finds the function in a request's path and <c>Qualifier</c>. Any version or alias is valid.</summary>
    public (EmulatedFunction Function, FunctionName Name) Find(HttpRequest request)
    {
        var text = (string)request.RouteValues["name"]!;
        var name = FunctionName.Parse(text) ?? throw LambdaException.InvalidParameter($"'{text}' is not a function name or ARN.");
        var qualifier = request.Query["Qualifier"].FirstOrDefault();
        if (qualifier is not null && !FunctionName.IsQualifier(qualifier))
        {
            throw LambdaException.InvalidParameter($"'{qualifier}' is not a version or alias.");
        }

        if (qualifier is not null && name.Qualifier is not null && qualifier != name.Qualifier)
        {
            throw LambdaException.InvalidParameter("The derived qualifier from the function name does not match the specified qualifier.");
        }

        name = name with { Qualifier = qualifier ?? name.Qualifier };
        var function = Find(name.Name) ?? throw LambdaException.NotFound($"Function not found: {name.ToArn()}");
        return (function, name.Name == function.Contract.Name ? name with { Name = function.Contract.Function } : name);
    }
}
