namespace GenesysLambdas.Scaffolding.NewLookups.Code;

/// <summary>The names of the records for the objects within a reply and a body, no two of them the same: the serializer's context has one place for each name.</summary>
public sealed class PartNames
{
    private const string Part = nameof(Part);

    private readonly Identifiers _names = new();

    /// <summary>What the record of an object is called.</summary>
    public static string Of(string member) => Stem(member) + Part;

    /// <summary>What the record of an array's item is called.</summary>
    public static string OfItem(string member) => Singular(Stem(member)) + Part;

    /// <summary>The name, with a number if there is one like it.</summary>
    public string Add(string name) => _names.Unused(name);

    /// <summary>Keeps a name free that a property has.</summary>
    public void Reserve(string property) => _names.Reserve(property);

    private static string Stem(string member)
    {
        var stem = Words.Pascal(Words.Of(member));
        return stem.Length == 0 || char.IsAsciiDigit(stem[0]) ? "Value" + stem : stem;
    }

    private static string Singular(string name) => name switch
    {
        [.. var stem, 'i', 'e', 's'] when stem.Length > 1 => stem + "y",
        [.., 's', 's'] => name,
        [.. var stem, 's'] when stem.Length > 1 => stem,
        _ => name,
    };
}
