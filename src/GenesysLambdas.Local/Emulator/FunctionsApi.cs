namespace GenesysLambdas.Local.Emulator;

/// <summary>
/// Lambda's operations <c>ListFunctions</c>, <c>GetFunction</c>, <c>GetFunctionConfiguration</c>, <c>ListAliases</c> and <c>GetPolicy</c>
/// (<see href="https://docs.aws.amazon.com/lambda/latest/api/API_Operations.html">Actions</see>).
/// </summary>
internal sealed class FunctionsApi(FunctionCatalog functions, FunctionConfiguration configuration)
{
    private const string Root = "/2015-03-31/functions";
    private const int MaxPageSize = 50;
    private const int MaxItems = 10_000;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Root, LambdaException.Handle(ListAsync));
        routes.MapGet(Root + "/{name}", Handle((contract, qualifier) => new JsonObject
        {
            ["Configuration"] = configuration.Describe(contract, qualifier),
            ["Code"] = new JsonObject { ["RepositoryType"] = "S3" },
        }));
        routes.MapGet(Root + "/{name}/configuration", Handle(configuration.Describe));
        routes.MapGet(Root + "/{name}/aliases", Handle((_, _) => new JsonObject { ["Aliases"] = new JsonArray() }));
        routes.MapGet(Root + "/{name}/policy", Handle((_, _) => throw LambdaException.NotFound("The resource you requested does not exist.")));
    }

    private RequestDelegate Handle(Func<LookupContract, string?, JsonObject> describe) => LambdaException.Handle(context =>
    {
        var (function, name) = functions.Find(context.Request);
        return context.Response.WriteAsync(StatusCodes.Status200OK, describe(function.Contract, name.Qualifier));
    });

    private Task ListAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var size = Number(query["MaxItems"], MaxPageSize, min: 1, MaxItems)
            ?? throw LambdaException.InvalidParameter($"MaxItems must be a number from 1 to {MaxItems}.");
        var start = Number(query["Marker"], 0, min: 0, functions.All.Count)
            ?? throw LambdaException.InvalidParameter("The Marker is invalid.");

        // Lambda returns at most 50 per page, even if more are requested.
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

    private static int? Number(string? text, int absent, int min, int max) =>
        text is null ? absent : int.TryParse(text, out var value) && value >= min && value <= max ? value : null;
}
