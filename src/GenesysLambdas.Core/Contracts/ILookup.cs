namespace GenesysLambdas.Contracts;

/// <summary>A lookup, known by its contract. Written by the generator for every class with <see cref="LookupAttribute"/>.</summary>
public interface ILookup
{
    /// <summary>The lookup's contract.</summary>
    static abstract LookupContract Contract { get; }
}
