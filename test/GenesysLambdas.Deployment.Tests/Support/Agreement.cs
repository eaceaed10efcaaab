namespace GenesysLambdas.Deployment.Tests.Support;

/// <summary>Two places that have to name the same things.</summary>
internal static class Agreement
{
    /// <summary>Fails with the name of whatever is in one place only.</summary>
    public static void Assert(string what, (string Place, IEnumerable<string> Names) one, (string Place, IEnumerable<string> Names) other)
    {
        var differences = OnlyIn(one, other).Concat(OnlyIn(other, one)).ToList();
        Xunit.Assert.True(differences.Count == 0, $"The {what} differ:\n" + string.Join('\n', differences));
    }

    private static IEnumerable<string> OnlyIn((string Place, IEnumerable<string> Names) one, (string Place, IEnumerable<string> Names) other) =>
        one.Names.Except(other.Names, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(name => $"{name} is in {one.Place}, but not in {other.Place}");
}
