using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace GenesysLambdas.Generator;

/// <summary>The smallest and the largest number that an input takes.</summary>
internal static class InputBounds
{
    /// <summary>The bounds that are set. An int without bounds has those of its type.</summary>
    public static IEnumerable<(string Name, double Value)> Read(Field field)
    {
        var isInt = field.Type.SpecialType == SpecialType.System_Int32;
        if ((field["Minimum"] as double? ?? (isInt ? int.MinValue : default(double?))) is { } minimum)
        {
            yield return ("Minimum", isInt ? Math.Max(minimum, int.MinValue) : minimum);
        }

        if ((field["Maximum"] as double? ?? (isInt ? int.MaxValue : default(double?))) is { } maximum)
        {
            yield return ("Maximum", isInt ? Math.Min(maximum, int.MaxValue) : maximum);
        }
    }
}
