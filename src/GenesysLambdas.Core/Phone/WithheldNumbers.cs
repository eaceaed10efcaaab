namespace GenesysLambdas.Core.Phone;

/// <summary>What carriers and other systems send instead of a number.</summary>
internal static class WithheldNumbers
{
    private static readonly HashSet<string> Names = new(
        [
            "anonymous", "restricted", "unknown", "unavailable", "private", "withheld", "blocked", "hidden", "not available",
            "no caller id", "number withheld", "out of area", "payphone",
            // What systems write when they have no number.
            "n/a", "na", "none", "null", "not set", "not provided",
            // The same words as a keypad spells them, which some carriers send as a number.
            "+266696687", "+7378742833", "+2562533", "+8656696", "+86282452253",
        ],
        StringComparer.OrdinalIgnoreCase);

    public static bool Contains(string subscriber) => Names.Contains(subscriber.Replace('_', ' '));
}
