using GenesysLambdas.Scaffolding.NewLookups.Code;
using GenesysLambdas.Scaffolding.NewLookups.Samples;

namespace GenesysLambdas.Scaffolding.NewLookups.Outputs;

/// <summary>A part of the reply that is read: an object with its members, an array, or a value.</summary>
internal sealed class ReplyNode(string name, string property, string record)
{
    private const string ListOfTexts = "IReadOnlyList<string>?";

    private readonly Identifiers _properties = new(record);
    private readonly List<ReplyNode> _members = [];
    private ReplyNode? _item;
    private string? _type;

    public string Property { get; } = property;

    public IEnumerable<ReplyNode> All => _members.Append(_item).OfType<ReplyNode>().SelectMany(node => node.All).Prepend(this);

    /// <summary>The node of the next step, which all items of an array share.</summary>
    public ReplyNode Step(JsonStep step)
    {
        if (step.Name is not { } member)
        {
            return _item ??= new ReplyNode(name, Property, "");
        }

        if (_members.Find(known => known.Name == member) is not { } node)
        {
            _members.Add(node = new ReplyNode(member, _properties.Add(member), ""));
        }

        return node;
    }

    public void Use(NewOutput output)
    {
        var type = output.Kind switch
        {
            OutputKind.Count => _type ?? "IReadOnlyList<JsonElement>?",
            OutputKind.List => ListOfTexts,
            _ => CSharp.Type(output.Type) + "?",
        };
        _type = _type is null || _type == type ? type : throw Clash();
    }

    /// <summary>Returns its type, and adds a record for each object in it, parents first.</summary>
    public string TypeOf(string root, Identifiers names, List<JsonRecord> parts, bool isItem = false)
    {
        if (_item is not null)
        {
            var item = _item.TypeOf(root, names, parts, isItem: true);
            return _type != ListOfTexts ? $"IReadOnlyList<{item}>?" : item == "string?" ? ListOfTexts : throw Clash();
        }

        if (_members.Count == 0)
        {
            return _type!;
        }

        var part = names.Unused(JsonRecord.NameOf(name, isItem));
        var place = parts.Count;
        parts.Insert(place, new JsonRecord(part, Columns(root, names, parts), []));
        return $"{root}.{part}?";
    }

    public IReadOnlyList<JsonMember> Columns(string root, Identifiers names, List<JsonRecord> parts) =>
        [.. _members.Select(member => new JsonMember(member.Name, member.Property, member.TypeOf(root, names, parts)))];

    /// <summary>A pattern that matches an object without these values.</summary>
    public string Without(IReadOnlyCollection<ReplyNode> values)
    {
        var lacking = from member in _members
                      where member.All.Any(values.Contains)
                      select $"{member.Property}: {(values.Contains(member) || member._item is not null ? "null" : $"null or {member.Without(values)}")}";
        return $"{{ {string.Join(", ", lacking)} }}";
    }

    private string Name => name;

    private ToolException Clash() => new(
        $"Two picks of {name} have different types, such as a list of strings and one of its numbers. Remove one, and add it by hand.");
}
