namespace GenesysLambdas.Contracts;

/// <summary>
/// Makes a property an output of the lookup, present in every answer. The property's type gives the output's: <c>string</c>,
/// <c>int</c>, <c>long</c>, <c>decimal</c>, <c>bool</c>, or <c>IReadOnlyList</c> of <c>string</c>.
/// </summary>
/// <param name="name">The name Architect binds: a letter, then letters, digits, <c>-</c> and <c>_</c>.</param>
/// <param name="description">What it is, for the Architect author.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OutputAttribute(string name, string description) : Attribute
{
    /// <summary>The name Architect binds.</summary>
    public string Name { get; } = name;

    /// <summary>What it is, for the Architect author.</summary>
    public string Description { get; } = description;
}
