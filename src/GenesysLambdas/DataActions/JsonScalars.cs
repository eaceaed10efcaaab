namespace GenesysLambdas.DataActions;

/// <summary>The scalars of an enumeration, in sets: a payload may have as many values to compare as the enumeration has.</summary>
internal sealed class JsonScalars
{
    private readonly HashSet<string> _strings;
    private readonly HashSet<JsonValueKind> _kinds;

    // Numbers are compared exactly if both fit into a decimal.
    private readonly HashSet<decimal> _decimals = [];
    private readonly HashSet<double> _otherNumbers = [];
    private readonly HashSet<double> _numbers = [];

    public JsonScalars(IReadOnlyCollection<JsonElement> values)
    {
        _strings = values.Where(value => value.ValueKind == JsonValueKind.String).Select(value => value.GetString()!).ToHashSet(StringComparer.Ordinal);
        _kinds = [.. values.Select(value => value.ValueKind)];
        foreach (var number in values.Where(value => value.ValueKind == JsonValueKind.Number))
        {
            _ = number.TryGetDecimal(out var exact) ? _decimals.Add(exact) : _otherNumbers.Add(number.GetDouble());
            _numbers.Add(number.GetDouble());
        }
    }

    public bool Contain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => _strings.Contains(value.GetString()!),
        JsonValueKind.Number when value.TryGetDecimal(out var exact) => _decimals.Contains(exact) || _otherNumbers.Contains(value.GetDouble()),
        JsonValueKind.Number => _numbers.Contains(value.GetDouble()),
        var kind => _kinds.Contains(kind),
    };
}
