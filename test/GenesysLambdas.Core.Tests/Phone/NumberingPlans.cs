using GenesysLambdas.Core.Answers;
using GenesysLambdas.Core.Phone;
using GenesysLambdas.Core.Settings;
using GenesysLambdas.Testing;

namespace GenesysLambdas.Core.Tests.Phone;

/// <summary>Facts of the world's numbering plans, taken from the metadata of Google's libphonenumber.</summary>
internal static class NumberingPlans
{
    /// <summary>National numbers as dialled within their country, with and without its trunk prefix.</summary>
    public static IReadOnlyList<NationalNumber> NationalNumbers { get; } =
        [.. Rows("national-numbers.tsv").Select(row => new NationalNumber(row[0], row[3], row[4]))];

    /// <summary>The trunk prefix of every country code; empty where a country has none.</summary>
    public static IReadOnlyDictionary<string, string> TrunkPrefixes { get; } =
        Rows("trunk-prefixes.tsv").ToDictionary(row => row[0], row => row[2], StringComparer.Ordinal);

    public static string? Normalize(string text, string? countryCode = null) =>
        PhoneNumber.Normalize("phoneNumber", text, new SettingsReader(name => name == "DEFAULT_COUNTRY_CODE" ? countryCode : null));

    /// <summary>What is wrong with a number, as dialled in a country: one line, or none.</summary>
    public static IEnumerable<string> Wrong(NationalNumber number, string dialled, string countryCode)
    {
        string? was;
        try
        {
            was = Normalize(dialled, countryCode);
        }
        catch (LookupException exception)
        {
            was = exception.Message;
        }

        return was == number.E164 ? [] : [$"In +{countryCode}, {dialled} became {was}, not {number.E164}"];
    }

    /// <summary>Fails with every line; xunit's own assertions leave out all but the first few.</summary>
    public static void AssertNone(IEnumerable<string> lines)
    {
        var all = string.Join('\n', lines);
        Assert.True(all.Length == 0, all);
    }

    private static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(Repository.Path("test", "GenesysLambdas.Core.Tests", "Phone", "PhoneNumbers", file)).Skip(1).Select(line => line.Split('\t'));
}

internal sealed record NationalNumber(string CountryCode, string Dialled, string E164)
{
    /// <summary>What stands behind the plus sign.</summary>
    public string Digits => E164[1..];

    /// <summary>The number without its country code.</summary>
    public string Significant => Digits[CountryCode.Length..];
}
