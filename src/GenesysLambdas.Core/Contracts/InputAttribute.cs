using System.ComponentModel.DataAnnotations;

namespace GenesysLambdas.Core.Contracts;

/// <summary>
/// Makes a property an input of the lookup. The property's type gives the input's: <c>string</c>, <c>int</c>, <c>long</c>,
/// <c>decimal</c>, <c>bool</c>, or <c>JsonElement</c> for a JSON value or a JSON document as text. A <c>required</c> property is a
/// required input. An optional one that is missing has its default, or <c>""</c>, 0 or false; if its type is nullable, such as
/// <c>bool?</c> or <c>string?</c>, it is null, to distinguish "not given" from "no".
/// </summary>
/// <param name="name">The name Architect sends: a letter, then letters, digits, <c>-</c> and <c>_</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class InputAttribute(string name, string description) : Attribute
{
    public string Name { get; } = name;

    public string Description { get; } = description;

    /// <summary>The value if it is missing: a string, number or boolean of the property's type.</summary>
    public object? Default { get; init; }

    /// <summary>Minimum length of a string, in UTF-16 code units; at most <see cref="MaxLength"/>.</summary>
    [Range(0, int.MaxValue)]
    public int MinLength { get; init; }

    /// <summary>Maximum length of a string or JSON document, in UTF-16 code units: at least 1; 255 unless set.</summary>
    [Range(1, int.MaxValue)]
    public int MaxLength { get; init; } = TextRules.DefaultMaxLength;

    /// <summary>Smallest number, inclusive; at most <see cref="Maximum"/>.</summary>
    public double Minimum { get; init; } = double.NegativeInfinity;

    /// <summary>Largest number, inclusive.</summary>
    public double Maximum { get; init; } = double.PositiveInfinity;

    /// <summary>What a text must look like.</summary>
    public TextFormat Format { get; init; }

    /// <summary>The message when a required input is missing; null: the common one.</summary>
    public string? Missing { get; init; }
}
