namespace GenesysLambdas.Tooling;

/// <summary>Finds a lookup by its name, or suggests the nearest names.</summary>
public static class LookupNames
{
    private const int MostEdits = 4;
    private const int Few = 3;

    /// <summary>The lookup with this name or function name, in upper or lower case.</summary>
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

    /// <summary>The nearest name by edits; null if none is near.</summary>
    public static string? Nearest(IEnumerable<string> names, string typed) =>
        ByEdits(names, typed).Where(IsNear).Select(candidate => candidate.Name).FirstOrDefault();

    /// <summary>The near names, nearest first; if none is near, the least distant.</summary>
    public static IReadOnlyList<string> NearestFew(IEnumerable<string> names, string typed)
    {
        var few = ByEdits(names, typed).Take(Few).ToList();
        var near = few.FindAll(IsNear);
        return [.. (near.Count > 0 ? near : few).Select(candidate => candidate.Name)];
    }

    private static IEnumerable<(string Name, int Edits)> ByEdits(IEnumerable<string> names, string typed) =>
        names.Select(name => (Name: name, Edits: Edits(name.ToLowerInvariant(), typed.ToLowerInvariant()))).OrderBy(candidate => candidate.Edits);

    private static bool IsNear((string Name, int Edits) candidate) => candidate.Edits <= Math.Min(MostEdits, candidate.Name.Length / 2);

    /// <summary>How many characters must be inserted, removed or replaced (Levenshtein).</summary>
    private static int Edits(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
