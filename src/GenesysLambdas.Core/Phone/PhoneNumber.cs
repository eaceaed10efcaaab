using System.Buffers;
using GenesysLambdas.Core.Settings;

namespace GenesysLambdas.Core.Phone;

/// <summary>Converts phone numbers, as Architect sends them and people type them, to E.164.</summary>
public static class PhoneNumber
{
    private const int FewestDigits = 8;
    private const int MostDigits = 15;
    private const string OptionalZero = "(0)";

    /// <summary>The country code of national numbers. A lookup that reads phone numbers includes it in its OwnSettings.</summary>
    public static Setting DefaultCountryCode { get; } = new(
        "DEFAULT_COUNTRY_CODE",
        "the country code of phone numbers without one. It replaces the country's trunk prefix, if any, "
        + "and determines the international prefix dialled there, such as 011 or 810; `+` and 00 always work")
    {
        Unset = "none: a national number is a ValidationError",
    };

    private static readonly SearchValues<char> Separators = SearchValues.Create(" ()-./\u00A0\u2010\u2011\u2012\u2013");

    /// <summary>Converts a number to E.164, such as <c>+15551234567</c>.</summary>
    /// <param name="text">The number: <c>tel:</c> or <c>sip:</c> address, international or national, with or without an extension.</param>
    /// <param name="settings">For <c>DEFAULT_COUNTRY_CODE</c>, which a number with a plus sign does not need.</param>
    /// <returns>Null if the caller withheld it.</returns>
    /// <exception cref="LookupException">It is not a phone number, or it is a national one and the country code is not set.</exception>
    public static string? Normalize(string input, string text, SettingsReader settings)
    {
        var subscriber = PhoneAddress.Subscriber(text);
        if (WithheldNumbers.Contains(subscriber))
        {
            return null;
        }

        var dialled = Digits(PhoneAddress.WithoutExtension(subscriber)) ?? throw Bad(input);
        var digits = dialled.StartsWith('+') ? dialled[1..] : WithCountryCode(input, dialled, settings);
        return digits.Length >= Fewest(digits) && digits.Length <= MostDigits && digits[0] != '0' ? "+" + digits : throw Bad(input);
    }

    // The digits dialled, perhaps after a plus sign; null if there is anything else.
    private static string? Digits(string text)
    {
        var dialled = string.Concat(WithoutOptionalZero(text).Where(c => !Separators.Contains(c)));
        return dialled.AsSpan(dialled.StartsWith('+') ? 1 : 0).ContainsAnyExceptInRange('0', '9') ? null : dialled;
    }

    // In "+44 (0)20" the zero is dialled only without the country code; in "+39 (0)6" it always is.
    private static string WithoutOptionalZero(string text)
    {
        var zero = text.IndexOf(OptionalZero, StringComparison.Ordinal);
        var before = zero < 0 ? "" : string.Concat(text[..zero].Where(c => !Separators.Contains(c)));
        var countryCode = before.StartsWith('+') ? before[1..] : before.StartsWith("00", StringComparison.Ordinal) ? before[2..] : null;
        return countryCode is null || TrunkPrefix.IsZeroPartOfNumber(countryCode) ? text : text.Remove(zero, OptionalZero.Length);
    }

    private static string WithCountryCode(string input, string dialled, SettingsReader settings)
    {
        var countryCode = CountryCode(settings);
        return InternationalPrefix.Drop(dialled, countryCode)
            ?? (countryCode is null
                ? throw Invalid(input, $"{input} must be an international number such as +15551234567, because {DefaultCountryCode.Name} is not set")
                : dialled.Length == 0 ? "" : countryCode + TrunkPrefix.Drop(dialled, countryCode));
    }

    private static string? CountryCode(SettingsReader settings)
    {
        var code = settings.Text(DefaultCountryCode);
        return code.Length == 0 ? null
            : code.Length <= 3 && code[0] != '0' && code.All(char.IsAsciiDigit) ? code
            : throw SettingsReader.Malformed(DefaultCountryCode.Name, "1 to 3 digits, the first not 0");
    }

    // Numbers in Saint Helena, Tristan da Cunha, Niue and Tokelau may have only four digits after the country code.
    private static int Fewest(string digits) => digits is ['2', '9', '0', ..] or ['6', '8', '3', ..] or ['6', '9', '0', ..] ? FewestDigits - 1 : FewestDigits;

    private static LookupException Bad(string input) =>
        Invalid(input, $"{input} must be a phone number of {FewestDigits} to {MostDigits} digits, such as +15551234567");

    private static LookupException Invalid(string input, string message) =>
        new(new Failure(ErrorCode.ValidationError, message) { Reason = FailureReason.InputInvalid, Subject = input });
}

/// <summary>What carriers and other systems send in place of a number.</summary>
internal static class WithheldNumbers
{
    private static readonly HashSet<string> Names = new(
        [
            "anonymous", "restricted", "unknown", "unavailable", "private", "withheld", "blocked", "hidden", "not available",
            "no caller id", "number withheld", "out of area", "payphone",
            // What systems send if they have no number.
            "n/a", "na", "none", "null", "not set", "not provided",
            // The same words typed on a keypad, which some carriers send as a number.
            "+266696687", "+7378742833", "+2562533", "+8656696", "+86282452253",
        ],
        StringComparer.OrdinalIgnoreCase);

    public static bool Contains(string subscriber) => Names.Contains(subscriber.Replace('_', ' '));
}
