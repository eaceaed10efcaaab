using Quickenshtein;

namespace GenesysLambdas.Tooling;

public static class LookupNames
{
    private const int MaxEdits = 4;
    private const int Few = 3;

    /// <summary>Finds a lookup by its name or its function's name, ignoring case.</summary>
    public static LookupContract Find(IReadOnlyList<LookupContract> contracts, string? typed)
    {
        var known = string.Join(", ", contracts.Select(contract => contract.Name));
        if (string.IsNullOrWhiteSpace(typed))
        {
            throw new ToolException($"Which lookup? The lookups are: {known}.");
        }

        return contracts.FirstOrDefault(contract => Is(contract.Name) || Is(contract.Function))
            ?? throw new ToolException($"There is no lookup '{typed}'.{Suggestion()} The lookups are: {known}.");

        bool Is(string name) => name.Equals(typed, StringComparison.OrdinalIgnoreCase);

        string Suggestion() => Nearest(contracts.Select(contract => contract.Name), typed) is { } name ? $" Did you mean {name}?" : "";
    }

    /// <summary>The most similar name; null if none is similar.</summary>
    public static string? Nearest(IEnumerable<string> names, string typed) =>
        ByEdits(names, typed).Where(IsNear).Select(candidate => candidate.Name).FirstOrDefault();

    /// <summary>The most similar names, best first.</summary>
    public static IReadOnlyList<string> NearestFew(IEnumerable<string> names, string typed)
    {
        var few = ByEdits(names, typed).Take(Few).ToList();
        var near = few.FindAll(IsNear);
        return [.. (near.Count > 0 ? near : few).Select(candidate => candidate.Name)];
    }

    private static IEnumerable<(string Name, int Edits)> ByEdits(IEnumerable<string> names, string typed) =>
        names.Select(name => (Name: name, Edits: Levenshtein.GetDistance(name.ToLowerInvariant(), typed.ToLowerInvariant())))
            .OrderBy(candidate => candidate.Edits);

    private static bool IsNear((string Name, int Edits) candidate) => candidate.Edits <= Math.Min(MaxEdits, candidate.Name.Length / 2);
}
