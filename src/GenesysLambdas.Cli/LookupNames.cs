namespace GenesysLambdas.Cli;

/// <summary>Finds a lookup, or what may have been meant, by what was typed.</summary>
internal static class LookupNames
{
    private const int MostEdits = 4;
    private const int Few = 3;

    /// <summary>The lookup of this name or of this function, in any case.</summary>
    public static LookupContract Find(IReadOnlyList<LookupContract> contracts, string? typed)
    {
        var known = string.Join(", ", contracts.Select(contract => contract.Name));
        if (string.IsNullOrWhiteSpace(typed))
        {
            throw new ToolException($"Which lookup? There are: {known}.");
        }

        return contracts.FirstOrDefault(contract => Is(contract.Name) || Is(contract.Function))
            ?? throw new ToolException($"There is no lookup '{typed}'.{Suggestion()} There are: {known}.");

        bool Is(string name) => name.Equals(typed, StringComparison.OrdinalIgnoreCase);

        string Suggestion() => Nearest(contracts.Select(contract => contract.Name), typed) is { } name ? $" Did you mean {name}?" : "";
    }

    /// <summary>The name that takes the fewest edits to become what was typed; null when none is near.</summary>
    public static string? Nearest(IEnumerable<string> names, string typed) =>
        ByEdits(names, typed).Where(IsNear).Select(candidate => candidate.Name).FirstOrDefault();

    /// <summary>The names that are near to what was typed, the nearest first; where none is, those that are the least far.</summary>
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
