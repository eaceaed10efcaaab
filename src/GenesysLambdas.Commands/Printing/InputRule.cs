using GenesysLambdas.Requests;

namespace GenesysLambdas.Commands.Printing;

/// <summary>What an input must be, in words.</summary>
internal static class InputRule
{
    /// <summary>Whether it must be given, and its limits: <c>required, 1 to 64 characters</c>.</summary>
    public static string Describe(InputContract input)
    {
        string[] parts = [input.Required ? "required" : input.Default is { } value ? $"default {value.Trim('"')}" : "optional", InputRequirement.Limits(input)];
        return string.Join(", ", parts.Where(part => part.Length > 0));
    }
}
