namespace GenesysLambdas.Scaffolding.NewLookups.Code;

/// <summary>Unique identifiers for a record's properties.</summary>
/// <param name="taken">The record's own name and the members it already has.</param>
internal sealed class Identifiers(params IEnumerable<string> taken)
{
    private static readonly string[] OfEveryRecord =
    [
        "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "ReferenceEquals", "EqualityContract", "PrintMembers",
        "Deconstruct", "Clone",
    ];

    // The serializer ignores case when it matches constructor parameters to properties.
    private readonly HashSet<string> _taken = new([.. OfEveryRecord, .. taken], StringComparer.OrdinalIgnoreCase);

    public string Add(string name)
    {
        var identifier = Words.Pascal(Words.Of(name));
        return identifier.Length == 0 || char.IsAsciiDigit(identifier[0]) ? Unused("Value" + identifier)
            : _taken.Add(identifier) ? identifier
            : Unused(identifier + "Value");
    }

    public void Reserve(string identifier) => _taken.Add(identifier);

    public string Unused(string name)
    {
        var unused = Enumerable.Range(2, int.MaxValue - 2).Select(number => $"{name}{number}").Prepend(name).First(candidate => !_taken.Contains(candidate));
        _taken.Add(unused);
        return unused;
    }
}
