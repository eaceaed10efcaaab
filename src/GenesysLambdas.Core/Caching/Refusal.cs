namespace GenesysLambdas.Caching;

/// <summary>How long a refusal is cached.</summary>
internal static class Refusal
{
    /// <summary>The time if the server does not specify one.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromSeconds(5);
}
