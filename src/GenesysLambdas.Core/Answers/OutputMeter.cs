namespace GenesysLambdas.Core.Answers;

/// <summary>Quickly checks whether outputs are within every limit. Nearly all are.</summary>
internal sealed class OutputMeter : OutputVisitor
{
    // A UTF-16 code unit takes at most 7 bytes as sent (SentSize), and an empty item takes 5. That leaves room for the names and the envelope.
    private const int Few = 100_000;

    private long _length;
    private bool _isOver;

    public bool IsWithinLimits => !_isOver && _length < Few;

    public override void Text(ReadOnlySpan<byte> name, string? value, int maxLength) => Add(value, maxLength);

    public override void Texts(ReadOnlySpan<byte> name, IReadOnlyList<string?>? values, int maxLength, int maxItems)
    {
        var count = values?.Count ?? 0;
        _length += count;
        _isOver |= count > maxItems;
        for (var i = 0; i < count && !_isOver; i++)
        {
            Add(values![i], maxLength);
        }
    }

    public override void Json(ReadOnlySpan<byte> name, string? value) => Add(value, int.MaxValue);

    private void Add(string? value, int maxLength)
    {
        _length += value?.Length ?? 0;
        _isOver |= value?.Length > maxLength;
    }
}
