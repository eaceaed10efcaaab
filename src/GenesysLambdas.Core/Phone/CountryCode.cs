using GenesysLambdas.Settings;

namespace GenesysLambdas.Phone;

/// <summary>The country of national numbers.</summary>
internal static class CountryCode
{
    public const string Setting = "DEFAULT_COUNTRY_CODE";

    private const string NorthAmerica = "1";

    /// <summary>The setting; null where it is not set.</summary>
    public static string? Read(SettingsReader settings)
    {
        var code = settings.Text(Setting);
        return code.Length == 0 ? null
            : code.Length <= 3 && code[0] != '0' && code.All(char.IsAsciiDigit) ? code
            : throw SettingsReader.Malformed(Setting, "1 to 3 digits, the first not 0");
    }

    /// <summary>Puts it before a national number, in place of the number's trunk prefix.</summary>
    public static string PutBefore(string national, string countryCode) => countryCode switch
    {
        // North America dials 011 for abroad, and its own code as the trunk prefix.
        NorthAmerica when national.StartsWith("011", StringComparison.Ordinal) => national[3..],
        NorthAmerica when national.Length == 11 && national[0] == '1' => national,
        _ => countryCode + (national[0] == '0' ? national[1..] : national),
    };
}
