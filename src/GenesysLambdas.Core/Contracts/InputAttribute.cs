using System.ComponentModel.DataAnnotations;

namespace GenesysLambdas.Core.Contracts;

/// <summary>
/// Makes a property an input of the lookup. The property's type determines the input's type: <c>string</c>, <c>int</c>, <c>long</c>,
/// <c>decimal</c>, <c>bool</c>, or <c>JsonElement</c> for a JSON value or a JSON document as text. A <c>required</c> property is a
/// required input. A missing optional input gets its default, or <c>""</c>, 0 or false; if its type is nullable, such as
/// <c>bool?</c> or <c>string?</c>, it is null, to distinguish "not given" from "no".
/// </summary>
/// <param name="name">The name Architect sends: a letter, then letters, digits, <c>-</c> and <c>_</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class InputAttribute(string name, string description) : Attribute
{
    public string Name { get; } = name;

    public string Description { get; } = description;

    /// <summary>The value of a missing input: a string, number or boolean of the property's type.</summary>
    public object? Default { get; init; }

    /// <summary>Minimum length of a string, in UTF-16 code units; at most <see cref="MaxLength"/>.</summary>
    [Range(0, int.MaxValue)]
    public int MinLength { get; init; }

    /// <summary>Maximum length of a string or JSON document, in UTF-16 code units: at least 1; 255 unless set.</summary>
    [Range(1, int.MaxValue)]
    public int MaxLength { get; init; } = TextRules.DefaultMaxLength;

    /// <summary>Minimum value, inclusive; at most <see cref="Maximum"/>.</summary>
    public double Minimum { get; init; } = double.NegativeInfinity;

    /// <summary>Maximum value, inclusive.</summary>
    public double Maximum { get; init; } = double.PositiveInfinity;

    /// <summary>The required format of a string.</summary>
    public TextFormat Format { get; init; }

    /// <summary>The error message if a required input is missing; null for the default message.</summary>
    public string? Missing { get; init; }
}
