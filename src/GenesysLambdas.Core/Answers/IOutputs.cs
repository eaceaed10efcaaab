using GenesysLambdas.Contracts;

namespace GenesysLambdas.Answers;

/// <summary>The outputs record of a lookup. Written by the generator for every partial record with <see cref="OutputAttribute"/>.</summary>
public interface IOutputs
{
    /// <summary>The lookup's own outputs in the order of their declaration, then the common four.</summary>
    static abstract IReadOnlyList<OutputContract> Contract { get; }
}
