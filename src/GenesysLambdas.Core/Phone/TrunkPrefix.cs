namespace GenesysLambdas.Core.Phone;

/// <summary>
/// The trunk prefix: dialled before a number within its country, but not part of it. From the metadata of Google's libphonenumber.
/// If a country's numbers may begin with the same digit, it counts as a prefix only when it makes the number too long.
/// </summary>
internal static class TrunkPrefix
{
    private const string Argentina = "54";

    /// <summary>Returns the part after the country code of a number dialled within its country.</summary>
    public static string Drop(string dialled, string countryCode)
    {
        var number = dialled[Length(countryCode, dialled)..];
        return countryCode == Argentina ? ArgentineMobile(number) : number;
    }

    /// <summary>Whether numbers themselves begin with a zero, which follows the country code too.</summary>
    public static bool IsZeroPartOfNumber(string countryCode) => countryCode is "39" or "225" or "229" or "241" or "242" or "378";

    private static int Length(string countryCode, string dialled) => (countryCode, dialled) switch
    {
        ("1", { Length: 11 } and ['1', ..]) => 1,
        ("7", { Length: 11 } and ['8', ..]) => 1,
        ("36", ['0', '6', ..]) => 2,
        // Rwanda's older numbers have eight digits, and begin with 06.
        ("250", { Length: 8 } and ['0', '6', ..]) => 0,
        // Lithuania's prefix was 8 before it became 0.
        ("370", { Length: 9 } and ['8', ..]) => 1,
        // Some of Gabon's numbers have a zero dialled before them; the others begin with one.
        ("241", { Length: 9 } and (['0', '1', '1', ..] or ['0', '6', '0' or '1' or '2' or '5' or '6', ..] or ['0', '7', '4' or '6' or '7', ..])) => 1,
        // Belarus's toll-free and premium numbers begin with 80, 82, 81 or 90, and come straight after the 8.
        ("375", ['8', '8' or '9', ..]) => 1,
        ("375", { Length: 11 } and ['8', '0', ..]) => 2,
        ("375", { Length: 10 } and (['8', not '0', ..] or ['0', ..])) => 1,
        // Uruguay's toll-free numbers begin with three zeros.
        ("598", ['0', '0', '0', '4', ..]) => 0,
        ("692", { Length: 8 } and ['1', ..]) => 1,
        ("993", { Length: 9 } and ['8', ..]) => 1,
        (_, ['0', ..]) when IsZero(countryCode) => 1,
        _ => 0,
    };

    private static bool IsZero(string countryCode) => countryCode is
        "20" or "27" or "31" or "32" or "33" or "40" or "41" or "43" or "44" or "46" or "49"
        or "51" or "53" or "54" or "55" or "57" or "58" or "60" or "61" or "62" or "63" or "64" or "66"
        or "81" or "82" or "84" or "86" or "90" or "91" or "92" or "93" or "94" or "95" or "98"
        or "211" or "212" or "213" or "218" or "231" or "232" or "233" or "234" or "243" or "249"
        or "250" or "251" or "252" or "254" or "255" or "256" or "260" or "261" or "262" or "263" or "264" or "265" or "291"
        or "353" or "355" or "358" or "359" or "370" or "373" or "374" or "377" or "380" or "381" or "382" or "383" or "385" or "386" or "387" or "389"
        or "421" or "423" or "508" or "590" or "591" or "593" or "594" or "595" or "596" or "598" or "686"
        or "850" or "855" or "856" or "880" or "886"
        or "961" or "962" or "963" or "964" or "966" or "967" or "970" or "971" or "972" or "976" or "977" or "994" or "995" or "996";

    // Within Argentina a mobile number has 15 after its area code; from abroad, 9 before it.
    private static string ArgentineMobile(string number)
    {
        var areaCode = number switch
        {
            { Length: not 12 } => 0,
            ['1', '1', '1', '5', ..] => 2,
            [_, _, _, '1', '5', ..] => 3,
            [_, _, _, _, '1', '5', ..] => 4,
            _ => 0,
        };
        return areaCode == 0 ? number : $"9{number[..areaCode]}{number[(areaCode + 2)..]}";
    }
}
