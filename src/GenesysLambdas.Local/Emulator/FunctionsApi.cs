namespace GenesysLambdas.Local.Emulator;

/// <summary>
/// What Lambda says about functions: <c>ListFunctions</c>, <c>GetFunction</c>, <c>GetFunctionConfiguration</c>,
/// <c>ListAliases</c> and <c>GetPolicy</c> (<see href="https://docs.aws.amazon.com/lambda/latest/api/API_Operations.html">Actions</see>).
/// </summary>
internal sealed class FunctionsApi(FunctionCatalog functions, FunctionConfiguration configuration)
{
    private const string Root = "/2015-03-31/functions";
    private const int MaxPageSize = 50;
    private const int MaxItems = 10_000;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Root, ListAsync);
        routes.MapGet(Root + "/{name}", Handle((contract, qualifier) => new JsonObject
        {
            ["Configuration"] = configuration.Describe(contract, qualifier),
            ["Code"] = new JsonObject { ["RepositoryType"] = "S3" },
        }));
        routes.MapGet(Root + "/{name}/configuration", Handle(configuration.Describe));
        routes.MapGet(Root + "/{name}/aliases", Handle((_, _) => new JsonObject { ["Aliases"] = new JsonArray() }));
        routes.MapGet(Root + "/{name}/policy", Handle((_, _) => null));
    }

    private RequestDelegate Handle(Func<LookupContract, string?, JsonObject?> describe) => context =>
        functions.Find(context.Request) switch
        {
            { Error: { } error } => error.WriteAsync(context.Response),
            var found => describe(found.Function!.Contract, found.Name!.Qualifier) is { } answer
                ? context.Response.WriteAsync(StatusCodes.Status200OK, answer)
                : InvokeError.NoPolicy().WriteAsync(context.Response),
        };

    private Task ListAsync(HttpContext context)
    {
        var query = context.Request.Query;
        if (!TryRead(query["MaxItems"], MaxPageSize, MaxItems, out var size) || size == 0)
        {
            return InvokeError.InvalidParameter($"MaxItems must be a number from 1 to {MaxItems}.").WriteAsync(context.Response);
        }

        if (!TryRead(query["Marker"], 0, functions.All.Count, out var start))
        {
            return InvokeError.InvalidParameter("The Marker is not one that this operation has returned.").WriteAsync(context.Response);
        }

        // One answer never has more, however many are requested.
        size = Math.Min(size, MaxPageSize);
        var version = query["FunctionVersion"] == "ALL" ? FunctionProcess.Version : null;
        var page = functions.All.Skip(start).Take(size).Select(function => (JsonNode)configuration.Summary(function.Contract, version));
        var answer = new JsonObject { ["Functions"] = new JsonArray([.. page]) };
        if (start + size < functions.All.Count)
        {
            answer["NextMarker"] = (start + size).ToString();
        }

        return context.Response.WriteAsync(StatusCodes.Status200OK, answer);
    }

    private static bool TryRead(string? text, int absent, int max, out int value)
    {
        value = absent;
        return text is null || (int.TryParse(text, out value) && value >= 0 && value <= max);
    }
}
