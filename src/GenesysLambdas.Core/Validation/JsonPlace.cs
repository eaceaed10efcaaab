using System.Globalization;
using System.Text.Json;

namespace GenesysLambdas.Validation;

/// <summary>A place in a JSON document.</summary>
public sealed class JsonPlace
{
    /// <summary>The document itself.</summary>
    public static readonly JsonPlace Root = new(parent: null, name: null, index: 0);

    private readonly JsonPlace? _parent;
    private readonly string? _name;
    private readonly int _index;

    private JsonPlace(JsonPlace? parent, string? name, int index) => (_parent, _name, _index) = (parent, name, index);

    /// <summary>The place of an object's member.</summary>
    /// <param name="name">The member's name.</param>
    public JsonPlace Member(string name) => new(this, name, 0);

    /// <summary>The place of an array's element.</summary>
    /// <param name="index">Counted from 0.</param>
    public JsonPlace Element(int index) => new(this, null, index);

    /// <summary>Whether it is the document itself.</summary>
    public bool IsRoot => _parent is null;

    /// <summary>The place as people write it, such as <c>contact.channel</c>; empty for the document itself.</summary>
    public override string ToString() =>
        _parent is null ? "" : _parent._parent is null ? Step : $"{_parent}.{Step}";

    internal void WriteSteps(Utf8JsonWriter writer)
    {
        if (_parent is null)
        {
            return;
        }

        _parent.WriteSteps(writer);
        if (_name is null)
        {
            writer.WriteNumberValue(_index);
        }
        else
        {
            writer.WriteStringValue(_name);
        }
    }

    private string Step => _name ?? _index.ToString(CultureInfo.InvariantCulture);
}
