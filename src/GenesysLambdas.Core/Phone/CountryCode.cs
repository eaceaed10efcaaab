using GenesysLambdas.Settings;

namespace GenesysLambdas.Phone;

/// <summary>The country that numbers without a country code are dialled in.</summary>
internal static class CountryCode
{
    public const string Setting = "DEFAULT_COUNTRY_CODE";

    /// <summary>The setting; null where it is not set.</summary>
    public static string? Read(SettingsReader settings)
    {
        var code = settings.Text(Setting);
        return code.Length == 0 ? null
            : code.Length <= 3 && code[0] != '0' && code.All(char.IsAsciiDigit) ? code
            : throw SettingsReader.Malformed(Setting, "1 to 3 digits, the first not 0");
    }
}
