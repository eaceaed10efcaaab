using System.Text.Unicode;

namespace GenesysLambdas.Core.JsonReading;

/// <summary>
/// The members of a JSON object, found in one pass whatever its depth. A JsonDocument of it would take time proportional to depth
/// times size, and several times its size in memory.
/// </summary>
internal sealed class JsonMembers
{
    public static readonly JsonMembers None = new(default);

    private readonly ReadOnlyMemory<byte> _utf8;
    private readonly Dictionary<string, (int Start, int Length)> _places = new(StringComparer.Ordinal);

    private JsonMembers(ReadOnlyMemory<byte> utf8) => _utf8 = utf8;

    /// <summary>A name that occurs more than once, in which case the last value counts; null if there is none.</summary>
    public string? Repeated { get; private set; }

    /// <summary>Whether a name is not valid Unicode. Such members are left out.</summary>
    public bool HasUnreadableName { get; private set; }

    public JsonPart this[string name] => _places.TryGetValue(name, out var place) ? At(place) : default;

    public IEnumerable<(string Name, JsonPart Value)> All => _places.Select(member => (member.Key, At(member.Value)));

    /// <summary>Whether it is nested too deeply. Its members are listed anyway, so that the request's dialect is known.</summary>
    public bool IsTooDeep { get; private set; }

    public bool IsObject { get; private set; }

    /// <summary>Reads a whole document.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public static JsonMembers Read(ReadOnlyMemory<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8.Span, JsonNesting.AnyDepth);
        var members = new JsonMembers(utf8);
        reader.Read();
        members.ReadTo(ref reader);

        // Throws if something follows.
        reader.Read();
        return members;
    }

    private void ReadTo(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            Skip(ref reader);
            return;
        }

        IsObject = true;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = NameAt(reader);
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            Skip(ref reader);
            if (name is null)
            {
                continue;
            }

            if (!_places.TryAdd(name, (start, (int)reader.BytesConsumed - start)))
            {
                Repeated ??= name;
                _places[name] = (start, (int)reader.BytesConsumed - start);
            }
        }
    }

    // Like the reader's own Skip, but tracks the depth.
    private void Skip(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            return;
        }

        var depth = reader.CurrentDepth;
        do
        {
            IsTooDeep |= reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && reader.CurrentDepth >= JsonNesting.MaxLevels;
        }
        while (reader.Read() && reader.CurrentDepth > depth);
    }

    private string? NameAt(in Utf8JsonReader reader)
    {
        // A million exceptions would take minutes. After the first, names that could throw are skipped.
        if (HasUnreadableName && (reader.ValueIsEscaped || !Utf8.IsValid(reader.ValueSpan)))
        {
            return null;
        }

        var name = JsonText.Read(reader);
        HasUnreadableName |= name is null;
        return name;
    }

    private JsonPart At((int Start, int Length) place) => new(_utf8.Slice(place.Start, place.Length));
}
