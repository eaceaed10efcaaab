namespace GenesysLambdas.Core.Phone;

/// <summary>
/// The prefix dialled before the country code to call abroad, from the metadata of Google's libphonenumber. It is 00,
/// except in the countries below, some of which have one for each carrier. Where 00 is dialled too, carriers' prefixes are
/// left out, except Hong Kong's 001.
/// </summary>
internal static class InternationalPrefix
{
    private const string Usual = "00";

    /// <summary>The number from its country code on; null if no such prefix was dialled.</summary>
    /// <param name="countryCode">The country it was dialled in; null if unknown.</param>
    public static string? Drop(string dialled, string? countryCode) =>
        Length(dialled, countryCode) is > 0 and var length ? dialled[length..] : null;

    private static int Length(string dialled, string? countryCode) => (countryCode, dialled) switch
    {
        // National numbers: Uruguay's toll-free ones, and Tajikistan's of nine digits.
        ("598", ['0', '0', '0', '4', ..]) or ("992", { Length: 9 }) => 0,
        // Written for callers from abroad, so it is not a carrier's prefix: in Colombia, 0057 is not carrier 005 to Russia.
        ({ } own, _) when dialled.StartsWith(Usual + own, StringComparison.Ordinal) => 2,
        ("1" or "692", ['0', '1', '1', ..]) => 3,
        ("7" or "375" or "992" or "993", ['8', '1', '0', ..]) => 3,
        ("53", ['1', '1', '9', ..]) => 3,
        ("55", ['0', '0', '1', '2' or '4' or '5', ..]) => 4,
        ("55", ['0', '0', '2', '1' or '2' or '3' or '5', ..]) => 4,
        ("55", ['0', '0', '4', '1' or '3', ..]) => 4,
        ("55", ['0', '0', '3', '1', ..] or ['0', '0', '6', '5', ..] or ['0', '0', '9', '9', ..]) => 4,
        ("57", ['0', '0', '5' or '7' or '9', ..]) => 3,
        ("57", ['0', '0', '4', '1' or '4', '4', ..] or ['0', '0', '4', '5', '6', ..]) => 5,
        ("61", ['0', '0', '1', '1' or '4' or '5' or '6' or '8' or '9', ..]) => 4,
        ("62", ['0', '0', '8' or '9', ..]) => 3,
        ("65", ['0', <= '3', _, ..]) => 3,
        ("66", ['0', '0', not '0', ..]) => 3,
        ("81", ['0', '1', '0', ..]) => 3,
        ("82", ['0', '0', '1' or '2' or '5' or '6' or '8' or '9', ..]) => 3,
        ("82", ['0', '0', '7', '3', ..]) => 4,
        ("82", ['0', '0', '3', '4' or '6', '5', ..] or ['0', '0', '3', '9', '1', ..]) => 5,
        ("82", ['0', '0', '7', '0', '0', ..] or ['0', '0', '7', '2', '7', ..] or ['0', '0', '7', '5', '5', ..]) => 5,
        ("82", ['0', '0', '7', '6', '1' or '2' or '6', ..]) => 5,
        ("234", ['0', '0', '9', ..]) => 3,
        ("238" or "685", ['0', not '0', ..]) => 1,
        ("254", ['0', '0', '0', ..]) => 3,
        ("255", ['0', '0', '0' or '5' or '6', ..]) => 3,
        ("256", ['0', '0', '0' or '5' or '7', ..]) => 3,
        ("592" or "852" or "976", ['0', '0', '1', ..]) => 3,
        ("680", ['0', '1', '1' or '2', ..]) => 3,
        ("855", ['0', '0', '1' or >= '4', ..]) => 3,
        ("886", ['0', '0', '2' or '5' or '6' or '7' or '9', ..] or ['0', '1', '9', ..]) => 3,
        (_, ['0', '0', ..]) => 2,
        _ => 0,
    };
}
