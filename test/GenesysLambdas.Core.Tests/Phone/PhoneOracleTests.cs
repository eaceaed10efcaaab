using GenesysLambdas.Core.Answers;
using GenesysLambdas.Testing.Hostile;
using PhoneNumbers;
using Oracle = PhoneNumbers.PhoneNumber;

namespace GenesysLambdas.Core.Tests.Phone;

/// <summary>Compares with Google's libphonenumber, on random valid numbers of every region, other ones in each run.</summary>
public sealed class PhoneOracleTests(ITestOutputHelper output)
{
    private const int NumbersOfARegion = 110;
    private const int FewestStrings = 100_000;

    private static readonly PhoneNumberUtil Util = PhoneNumberUtil.GetInstance();
    private static readonly PhoneNumberFormat[] Formats =
        [PhoneNumberFormat.E164, PhoneNumberFormat.INTERNATIONAL, PhoneNumberFormat.NATIONAL, PhoneNumberFormat.RFC3966];

    [Fact]
    public void Agrees_with_libphonenumber_on_the_numbers_of_every_region()
    {
        var seed = output.Seed();
        var strings = Util.GetSupportedRegions()
            .Order(StringComparer.Ordinal)
            .SelectMany(region => Numbers(region, new Random(HashCode(seed, region))))
            .SelectMany(number => Formats.Select(format => (number.Region, number.Number, Text: Util.Format(number.Number, format))))
            .ToList();

        var wrong = strings.Select(one => Wrong(one.Region, one.Number, one.Text)).OfType<string>().ToList();

        output.WriteLine($"{strings.Count} strings");
        Assert.True(wrong.Count == 0, $"{PropertyCheck.Repeat(seed)} {wrong.Count} of {strings.Count}:\n{string.Join('\n', wrong.Take(100))}");
        Assert.InRange(strings.Count, FewestStrings, int.MaxValue);
    }

    // Not string.GetHashCode, which differs from process to process.
    private static int HashCode(ulong seed, string region) => unchecked((int)(seed ^ (seed >> 32)) + (region[0] << 8) + region[^1]);

    /// <summary>Numbers made of the examples of each type by changing digits, as far as they are valid.</summary>
    private static IEnumerable<(string Region, Oracle Number)> Numbers(string region, Random random)
    {
        var examples = Enum.GetValues<PhoneNumberType>().Select(type => Util.GetExampleNumberForType(region, type)).OfType<Oracle>().ToList();
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        for (var tries = 0; tries < 20 * NumbersOfARegion && numbers.Count < NumbersOfARegion; tries++)
        {
            var example = examples[random.Next(examples.Count)];
            var text = $"+{example.CountryCode}{Changed(Util.GetNationalSignificantNumber(example), random)}";
            var number = Util.Parse(text, null);
            if (Util.IsValidNumber(number) && Util.Format(number, PhoneNumberFormat.E164) == text && numbers.Add(text))
            {
                yield return (region, number);
            }
        }
    }

    // Some one digit shorter or longer, since not all numbers of a country are equally long.
    private static string Changed(string digits, Random random)
    {
        var changed = digits.ToCharArray();
        for (var changes = random.Next(1, changed.Length); changes > 0; changes--)
        {
            changed[random.Next(changed.Length)] = (char)('0' + random.Next(10));
        }

        return random.Next(8) switch
        {
            0 => new string(changed)[..^1],
            1 => new string(changed) + random.Next(10),
            _ => new string(changed),
        };
    }

    private static string? Wrong(string region, Oracle meant, string text)
    {
        // Where two numbers are dialled alike, libphonenumber decides which one is meant, unless it finds none. The setting is a country
        // code, which some regions share.
        var parsed = Util.Parse(text, Util.GetRegionCodeForCountryCode(Util.GetCountryCodeForRegion(region)));
        var number = Util.IsValidNumber(parsed) ? parsed : meant;
        var expected = IsRefused(number) ? null : Util.Format(number, PhoneNumberFormat.E164);
        string? actual;
        try
        {
            actual = NumberingPlans.Normalize(text, $"{number.CountryCode}");
        }
        catch (LookupException)
        {
            actual = null;
        }

        return actual == expected || IsReadAsInternational(text, number) ? null : $"{region}: {text} became {actual ?? "refused"}, not {expected ?? "refused"}";
    }

    /// <summary>
    /// The one exception that is not refused: 00 counts as the international prefix everywhere, and some free numbers, such as Japan's
    /// 0037, 0066 and 0078, begin with it. With a plus and the country code they are read as they are.
    /// </summary>
    private static bool IsReadAsInternational(string text, Oracle number) =>
        text.StartsWith("00", StringComparison.Ordinal) && number.CountryCode is not (598 or 992);

    /// <summary>
    /// The exceptions. E.164 (section 6.2) allows 15 digits, and some of Germany's numbers have more. With fewer than 8, there are
    /// short numbers of companies, dialled within their country only, such as Norway's 05000; and anything shorter than a number may
    /// be an extension or a slip.
    /// </summary>
    private static bool IsRefused(Oracle number) =>
        Util.Format(number, PhoneNumberFormat.E164).Length - 1 is var digits
        && (digits > 15 || (digits < 8 && Util.GetNumberType(number) == PhoneNumberType.UAN));
}
