using System.Globalization;

namespace GenesysLambdas.DataActions;

/// <summary>A place in a JSON document.</summary>
internal sealed class JsonPlace
{
    public static readonly JsonPlace Root = new(parent: null, name: null, index: 0);

    private readonly JsonPlace? _parent;
    private readonly string? _name;
    private readonly int _index;

    private JsonPlace(JsonPlace? parent, string? name, int index) => (_parent, _name, _index) = (parent, name, index);

    public bool IsRoot => _parent is null;

    public JsonPlace Member(string name) => new(this, name, 0);

    public JsonPlace Element(int index) => new(this, null, index);

    /// <summary>The place in dotted notation, such as <c>contact.channel</c>; empty for the document itself.</summary>
    public override string ToString() => _parent is null ? "" : _parent.IsRoot ? Step : $"{_parent}.{Step}";

    /// <summary>Writes it as the elements of an array, such as <c>"contact", "channel"</c>.</summary>
    public void WriteSteps(Utf8JsonWriter writer)
    {
        _parent?.WriteSteps(writer);
        if (_name is not null)
        {
            writer.WriteStringValue(_name);
        }
        else if (!IsRoot)
        {
            writer.WriteNumberValue(_index);
        }
    }

    private string Step => _name ?? _index.ToString(CultureInfo.InvariantCulture);
}
