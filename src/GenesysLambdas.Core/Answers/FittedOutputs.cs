namespace GenesysLambdas.Core.Answers;

/// <summary>How outputs are cut so that the answer is within every limit.</summary>
internal sealed record FittedOutputs(OutputCaps Caps, IReadOnlyList<string> CutNames)
{
    /// <summary>An answer must be smaller than this, in bytes. Genesys Cloud fails a data action whose reply has more than 2 MB.</summary>
    public const int MaxBytes = 1_000_000;

    /// <summary>Cuts the longest outputs first. JSON text is never cut.</summary>
    /// <param name="measure">The size of the answer as sent with these caps, in bytes.</param>
    /// <returns>Null if the answer cannot be made to fit.</returns>
    public static FittedOutputs? Of(LookupOutputs outputs, OutputCaps whole, Func<OutputCaps, long> measure)
    {
        var meter = new OutputMeter();
        outputs.Show(meter);
        return meter.IsWithinLimits ? new(whole, []) : Cut(outputs, whole, measure);
    }

    private static FittedOutputs? Cut(LookupOutputs outputs, OutputCaps whole, Func<OutputCaps, long> measure)
    {
        // All arrays keep the same number of items, because items of different arrays often belong together.
        for (var items = Survey(outputs, whole).Max(output => output.Sizes.Count); ; items /= 2)
        {
            var caps = whole with { MaxItems = items };
            var texts = Survey(outputs, caps);
            var budget = texts.Sum(output => output.Size);
            for (var excess = Excess(caps); excess > 0 && budget >= 0; excess = Excess(caps))
            {
                budget -= excess;
                caps = caps with { Bytes = budget < 0 ? null : Share(texts, budget) };
            }

            if (budget >= 0)
            {
                return new(caps, [.. Survey(outputs, caps).Where(output => output.IsCut).Select(output => output.Name)]);
            }

            if (items == 0)
            {
                return null;
            }
        }

        long Excess(OutputCaps caps) => measure(caps) - MaxBytes + 1;
    }

    private static IReadOnlyList<SurveyedOutput> Survey(LookupOutputs outputs, OutputCaps caps)
    {
        var survey = new OutputSurvey(caps);
        outputs.Show(survey);
        return survey.Outputs;
    }

    private static int[] Share(IReadOnlyList<SurveyedOutput> outputs, long budget)
    {
        var most = Level(outputs.Select(output => output.Size), budget);
        return [.. outputs.Select(output => output.Size <= most ? int.MaxValue : (int)Level(output.Sizes, most))];
    }

    /// <summary>The largest limit, in bytes, that makes all of them fit.</summary>
    private static long Level(IEnumerable<long> sizes, long budget)
    {
        var ascending = sizes.Order().ToList();
        for (var i = 0; i < ascending.Count; i++)
        {
            var share = budget / (ascending.Count - i);
            if (ascending[i] > share)
            {
                return share;
            }

            budget -= ascending[i];
        }

        return int.MaxValue;
    }
}

/// <summary>Limits on outputs, in addition to their own, that make the answer fit.</summary>
/// <param name="Bytes">For each string output, in order, the maximum size as sent, in bytes (of an array: of each item); null for no limit.</param>
internal sealed record OutputCaps(bool InHttp, IReadOnlyList<int>? Bytes = null, int MaxItems = int.MaxValue)
{
    public int Count(IReadOnlyList<string?>? values, int maxItems) => Math.Min(values?.Count ?? 0, Math.Min(maxItems, MaxItems));

    /// <summary>Cuts a string to its limits.</summary>
    /// <param name="index">The index of the string output it belongs to.</param>
    public string Fit(string? value, int maxLength, int index)
    {
        var text = OutputText.Cut(OutputText.Clean(value), maxLength);
        return Bytes is null || Bytes[index] == int.MaxValue ? text : OutputText.Cut(text, SentSize.LengthOf(text, Bytes[index], InHttp));
    }
}
