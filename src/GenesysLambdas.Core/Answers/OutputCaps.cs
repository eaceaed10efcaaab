namespace GenesysLambdas.Core.Answers;

/// <summary>What outputs are cut to, beyond their own limits, so that the whole answer fits.</summary>
/// <param name="InHttp">Whether the answer is to an HTTP event.</param>
/// <param name="Bytes">For each text output, in order, the most bytes that it, or each of its items, may take as sent; null: no limit.</param>
/// <param name="MaxItems">The most items that an array may have.</param>
internal sealed record OutputCaps(bool InHttp, IReadOnlyList<int>? Bytes = null, int MaxItems = int.MaxValue)
{
    /// <summary>How many items of an array are sent.</summary>
    public int Count(IReadOnlyList<string?>? values, int maxItems) => Math.Min(values?.Count ?? 0, Math.Min(maxItems, MaxItems));

    /// <summary>Cuts a string to what is sent.</summary>
    /// <param name="value">The string.</param>
    /// <param name="maxLength">Its own limit, in UTF-16 code units.</param>
    /// <param name="index">The index of the text output that it is, or belongs to.</param>
    public string Fit(string? value, int maxLength, int index)
    {
        var text = OutputText.Cut(OutputText.Clean(value), maxLength);
        return Bytes is null || Bytes[index] == int.MaxValue ? text : OutputText.Cut(text, SentSize.LengthOf(text, Bytes[index], InHttp));
    }
}
