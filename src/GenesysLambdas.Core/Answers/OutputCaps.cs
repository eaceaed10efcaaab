namespace GenesysLambdas.Answers;

/// <summary>What outputs must be cut to for the whole answer to fit, beyond their own limits.</summary>
/// <param name="InHttp">Whether the answer is to an HTTP event.</param>
/// <param name="Bytes">For each output of text, in order, the most bytes that it, or each of its items, may take as it is sent; null: any.</param>
/// <param name="MaxItems">The most items of an array.</param>
internal sealed record OutputCaps(bool InHttp, IReadOnlyList<int>? Bytes = null, int MaxItems = int.MaxValue)
{
    /// <summary>How many items of an array are sent.</summary>
    public int Count(IReadOnlyList<string?>? values, int maxItems) => Math.Min(values?.Count ?? 0, Math.Min(maxItems, MaxItems));

    /// <summary>A string as it is sent.</summary>
    /// <param name="value">The string.</param>
    /// <param name="maxLength">Its own limit, in UTF-16 code units.</param>
    /// <param name="index">Which output of text it is, or belongs to.</param>
    public string Fit(string? value, int maxLength, int index)
    {
        var text = OutputText.Cut(OutputText.Clean(value), maxLength);
        return Bytes is null || Bytes[index] == int.MaxValue ? text : OutputText.Cut(text, SentSize.LengthOf(text, Bytes[index], InHttp));
    }
}
