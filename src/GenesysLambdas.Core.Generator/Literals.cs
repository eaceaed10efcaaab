using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GenesysLambdas.Core.Generator;

internal static class Literals
{
    public static string Text(string value) => SymbolDisplay.FormatLiteral(value, quote: true);

    public static string Utf8(string value) => Text(value) + "u8";

    public static string Boolean(bool value) => value ? "true" : "false";

    public static string Double(double value) =>
        double.IsPositiveInfinity(value) ? "double.PositiveInfinity"
        : double.IsNegativeInfinity(value) ? "double.NegativeInfinity"
        : Number(value) + "d";

    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    public static string Type(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    /// <summary>An object initializer for the members that are not null; empty if all are.</summary>
    public static string Initializer(string?[] members) =>
        string.Join(", ", members.Where(member => member is not null)) is { Length: > 0 } set ? $" {{ {set} }}" : "";

    public static string Json(object value) => value switch
    {
        bool boolean => Boolean(boolean),
        string text => "\"" + string.Concat(text.Select(JsonCharacter)) + "\"",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static string JsonCharacter(char c) => c is '"' or '\\' || c < ' ' ? $"\\u{(int)c:x4}" : c.ToString();
}
