namespace GenesysLambdas.Core.Answers;

/// <summary>Writes outputs as members of a JSON object, cut to their limits.</summary>
internal sealed class OutputWriter(Utf8JsonWriter writer, OutputCaps caps) : OutputVisitor
{
    private int _index;

    public override void Text(ReadOnlySpan<byte> name, string? value, int maxLength) => writer.WriteString(name, caps.Fit(value, maxLength, _index++));

    public override void Texts(ReadOnlySpan<byte> name, IReadOnlyList<string?>? values, int maxLength, int maxItems)
    {
        writer.WriteStartArray(name);
        var count = caps.Count(values, maxItems);
        for (var i = 0; i < count; i++)
        {
            writer.WriteStringValue(caps.Fit(values![i], maxLength, _index));
        }

        writer.WriteEndArray();
        _index++;
    }

    public override void Json(ReadOnlySpan<byte> name, string? value) => writer.WriteString(name, value ?? "");

    public override void Integer(ReadOnlySpan<byte> name, long value) => writer.WriteNumber(name, value);

    public override void Number(ReadOnlySpan<byte> name, decimal value) => writer.WriteNumber(name, value);

    public override void Boolean(ReadOnlySpan<byte> name, bool value) => writer.WriteBoolean(name, value);
}
