using GenesysLambdas.Tooling.Files;

namespace GenesysLambdas.Publishing.Live;

/// <summary>A saved request that is safe to run against a real organization.</summary>
public sealed record SmokeTest(LookupContract Lookup, string Request, JsonObject Inputs)
{
    /// <summary>The file that lists them, relative to the repository's root: a lookup and one of its saved requests per line.</summary>
    public const string List = "genesys/smoke-tests.txt";

    public string Name => $"{Lookup.Name} {Request}";

    public static IReadOnlyList<SmokeTest> Read(IReadOnlyList<LookupContract> contracts, string root)
    {
        var path = Path.Combine(root, List);
        var text = GeneratedFiles.Read(path)
            ?? throw new ToolException($"There is no {path}, which lists the requests that are safe to run. Run this in the root of the repository.");
        return
        [
            .. from line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
               where !line.StartsWith('#')
               select line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var lookup, var request]
                   ? Read(LookupNames.Find(contracts, lookup), request, root)
                   : throw new ToolException($"{path} has the line '{line}': write a lookup and the name of one of its saved requests."),
        ];
    }

    private static SmokeTest Read(LookupContract lookup, string request, string root)
    {
        var path = Path.Combine(root, LookupFiles.SavedRequestsOf(lookup.Name), $"{request}.json");
        var text = GeneratedFiles.Read(path) ?? throw new ToolException($"{List} names '{lookup.Name} {request}', but there is no {path}.");
        try
        {
            return JsonNode.Parse(text)?["inputs"] is JsonObject inputs
                ? new(lookup, request, inputs)
                : throw new ToolException($"{path} has no object \"inputs\", so it cannot be a test of a data action.");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new ToolException($"{path} is not an event with inputs: {exception.Message}");
        }
    }
}
