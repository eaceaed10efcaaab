namespace GenesysLambdas.Core.Answers;

/// <summary>What outputs are cut to, beyond their own limits, so that the whole answer fits.</summary>
/// <param name="Bytes">For each text output, in order, the most bytes that it, or each of its items, may take as sent; null: no limit.</param>
internal sealed record OutputCaps(bool InHttp, IReadOnlyList<int>? Bytes = null, int MaxItems = int.MaxValue)
{
    public int Count(IReadOnlyList<string?>? values, int maxItems) => Math.Min(values?.Count ?? 0, Math.Min(maxItems, MaxItems));

    /// <summary>Cuts a string to what is sent.</summary>
    /// <param name="index">The index of the text output that it is, or belongs to.</param>
    public string Fit(string? value, int maxLength, int index)
    {
        var text = OutputText.Cut(OutputText.Clean(value), maxLength);
        return Bytes is null || Bytes[index] == int.MaxValue ? text : OutputText.Cut(text, SentSize.LengthOf(text, Bytes[index], InHttp));
    }
}
