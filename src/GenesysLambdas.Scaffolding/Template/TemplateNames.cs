namespace GenesysLambdas.Scaffolding.Template;

internal static class TemplateNames
{
    private const string Function = nameof(Function);

    /// <summary>The prefix of the names of a lookup's resources, such as <c>CurrentWeather</c>.</summary>
    public static string Stem(this LookupContract lookup) => lookup.Function[..^Function.Length];

    /// <summary>The parameter of a setting: <c>DefaultCountryCode</c> for <c>DEFAULT_COUNTRY_CODE</c>.</summary>
    public static string Parameter(string setting) => string.Concat(setting.Split('_').Select(word => word[..1] + word[1..].ToLowerInvariant()));
}
