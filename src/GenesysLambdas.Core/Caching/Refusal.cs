namespace GenesysLambdas.Caching;

/// <summary>How long a server that has refused something is not asked for the same again.</summary>
internal static class Refusal
{
    /// <summary>Unless it says itself how long.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromSeconds(5);
}
