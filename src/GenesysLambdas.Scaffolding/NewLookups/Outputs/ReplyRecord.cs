using GenesysLambdas.Scaffolding.NewLookups.Code;
using GenesysLambdas.Scaffolding.NewLookups.Samples;

namespace GenesysLambdas.Scaffolding.NewLookups.Outputs;

internal sealed class ReplyRecord
{
    // A reply without the sample's first two values is not what the lookup expects.
    private const int Telling = 2;

    // Members that APIs use to describe errors: RFC 9457 (problem details), RFC 6749 (OAuth2), GraphQL, JSend, Spring and others.
    // A reply with no other members may be an error object with status 200.
    private static readonly HashSet<string> OfErrors = new(StringComparer.Ordinal)
    {
        "code", "detail", "details", "description", "error", "errorcode", "errordescription", "errormessage", "errors", "exception", "fault", "instance",
        "message", "messages", "msg", "ok", "path", "reason", "requestid", "status", "statuscode", "success", "timestamp", "title", "traceid", "type",
    };

    private readonly ReplyNode _root;

    public ReplyRecord(string name, IEnumerable<NewOutput> outputs, Identifiers partNames)
    {
        _root = new ReplyNode("", "reply", name);
        var values = outputs.Where(output => output.Value is not null).ToList();
        values.ForEach(output => Find(output).Use(output));
        var present = values.Where(output => output.Value!.Json.ValueKind != JsonValueKind.Null).ToLookup(output => IsOfErrors(output.Value!.Path));
        var (own, shared) = (Take(present[false]), Take(present[true]));
        Nothing = own.Count > 0 ? _root.Without(own)
            // An error object has some of these members, but rarely all of them.
            : shared.Count > 0 ? string.Join(" or ", shared.Select(value => _root.Without([value])))
            : throw new ToolException("Every output is null in the sample. Use a sample with values, or --pick other outputs.");

        _root.All.ToList().ForEach(node => partNames.Reserve(node.Property));
        var parts = new List<JsonRecord>();
        Record = new JsonRecord(name, _root.Columns(name, partNames, parts), parts);
    }

    public JsonRecord Record { get; }

    /// <summary>A pattern that matches a reply without the expected values.</summary>
    public string Nothing { get; }

    public string Expression(NewOutput output)
    {
        var (node, expression) = (_root, "reply");
        foreach (var step in output.Value!.Path.Steps)
        {
            var access = node == _root ? "." : "?.";
            node = node.Step(step);
            expression += step.Name is null ? $"?.ElementAtOrDefault({step.Index})" : access + node.Property;
        }

        return output.Kind switch
        {
            OutputKind.Count => $"{expression}{(node == _root ? "." : "?.")}Count ?? 0",
            OutputKind.List => $"{expression} ?? []",
            _ => $"{expression} ?? {output.Type switch { ContractType.Boolean => "false", ContractType.String => "\"\"", _ => "0" }}",
        };
    }

    private static bool IsOfErrors(JsonPath path) => path.Steps is [{ Name: { } name }] && OfErrors.Contains(string.Concat(Words.Of(name)));

    private List<ReplyNode> Take(IEnumerable<NewOutput> outputs) => [.. outputs.Select(Find).Distinct().Take(Telling)];

    private ReplyNode Find(NewOutput output) => output.Value!.Path.Steps.Aggregate(_root, (node, step) => node.Step(step));
}
