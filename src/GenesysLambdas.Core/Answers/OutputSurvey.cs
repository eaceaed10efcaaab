using System.Text;

namespace GenesysLambdas.Core.Answers;

/// <summary>Finds the outputs that are cut, and the size of each as sent.</summary>
internal sealed class OutputSurvey(OutputCaps caps) : OutputVisitor
{
    private readonly List<SurveyedOutput> _outputs = [];

    public IReadOnlyList<SurveyedOutput> Outputs => _outputs;

    public override void Text(ReadOnlySpan<byte> name, string? value, int maxLength) => Add(name, [value], count: 1, maxLength);

    public override void Texts(ReadOnlySpan<byte> name, IReadOnlyList<string?>? values, int maxLength, int maxItems) =>
        Add(name, values ?? [], caps.Count(values, maxItems), maxLength);

    public override void Json(ReadOnlySpan<byte> name, string? value)
    {
        // JSON text is never cut.
    }

    private void Add(ReadOnlySpan<byte> name, IReadOnlyList<string?> values, int count, int maxLength)
    {
        var sizes = new long[count];
        var isCut = count < values.Count;
        for (var i = 0; i < count; i++)
        {
            var text = caps.Fit(values[i], maxLength, _outputs.Count);
            isCut |= text.Length < OutputText.Clean(values[i]).Length;
            sizes[i] = SentSize.Of(text, caps.InHttp);
        }

        _outputs.Add(new(Encoding.UTF8.GetString(name), sizes, isCut));
    }
}

/// <param name="Sizes">The size as sent of the string or of each array item, in bytes.</param>
internal sealed record SurveyedOutput(string Name, IReadOnlyList<long> Sizes, bool IsCut)
{
    public long Size { get; } = Sizes.Sum();
}
