using System.ComponentModel.DataAnnotations;

namespace GenesysLambdas.Core.Contracts;

/// <summary>
/// Makes a property an output of the lookup, present in every answer. The property's type determines the output's type: <c>string</c>,
/// <c>int</c>, <c>long</c>, <c>decimal</c>, <c>bool</c>, or <c>IReadOnlyList</c> of <c>string</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OutputAttribute(string name, string description) : Attribute
{
    // No answer has room for more.
    private const int Most = 1_000_000;

    public string Name { get; } = name;

    public string Description { get; } = description;

    /// <summary>The maximum length of a string, or of each string in an array, in UTF-16 code units: 1 to 1,000,000. A longer one is cut.</summary>
    [Range(1, Most)]
    public int MaxLength { get; init; } = OutputContract.DefaultMaxLength;

    /// <summary>The maximum number of items in an array, 1 to 1,000,000. Further items are dropped.</summary>
    [Range(1, Most)]
    public int MaxItems { get; init; } = OutputContract.DefaultMaxItems;

    /// <summary>
    /// Whether the string is JSON text, which is passed on unchanged: it is not cut, and no characters are removed. The lookup must
    /// keep it short enough for an answer (<see cref="GenesysLambdas.Core.Answers.SentSize.MaxJson"/>).
    /// </summary>
    public bool Json { get; init; }
}
