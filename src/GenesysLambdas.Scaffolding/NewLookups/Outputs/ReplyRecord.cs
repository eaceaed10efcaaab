using GenesysLambdas.Scaffolding.NewLookups.Code;

namespace GenesysLambdas.Scaffolding.NewLookups.Outputs;

/// <summary>The part of an API's reply that a new lookup reads.</summary>
public sealed class ReplyRecord
{
    // A reply that has neither of its first values is something else.
    private const int Telling = 2;

    private readonly ReplyNode _root;

    /// <exception cref="ToolException">Two outputs take the same value for different things.</exception>
    public ReplyRecord(string name, IEnumerable<NewOutput> outputs, PartNames partNames)
    {
        _root = new ReplyNode("", "reply", name);
        var values = outputs.Where(output => output.Value is not null).ToList();
        values.ForEach(output => Find(output).Use(output));
        var present = values.Where(output => output.Value!.Json.ValueKind != JsonValueKind.Null).ToLookup(output => ErrorMembers.Include(output.Value!.Path));
        var (own, shared) = (Take(present[false]), Take(present[true]));
        Nothing = own.Count > 0 ? _root.Without(own)
            // Error objects also have some of these members, but rarely all of them.
            : shared.Count > 0 ? string.Join(" or ", shared.Select(value => _root.Without([value])))
            : throw new ToolException("Every output is null in the sample. Use a sample with other values, or --pick others.");

        _root.All.ToList().ForEach(node => partNames.Reserve(node.Property));
        var parts = new List<JsonRecord>();
        Record = new JsonRecord(name, _root.Columns(name, partNames, parts), parts);
    }

    public JsonRecord Record { get; }

    /// <summary>A pattern for a reply that is something else.</summary>
    public string Nothing { get; }

    /// <summary>How an output is read from the variable <c>reply</c>.</summary>
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

    private List<ReplyNode> Take(IEnumerable<NewOutput> outputs) => [.. outputs.Select(Find).Distinct().Take(Telling)];

    private ReplyNode Find(NewOutput output) => output.Value!.Path.Steps.Aggregate(_root, (node, step) => node.Step(step));
}
