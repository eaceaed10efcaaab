namespace GenesysLambdas.Core.Tests.Phone;

public sealed class InternationalPrefixTests
{
    // libphonenumber's internationalPrefix, where it is not 00.
    [Theory]
    [InlineData("1", "011")]
    [InlineData("692", "011")]
    [InlineData("680", "011", "012")]
    [InlineData("7", "810")]
    [InlineData("375", "810")]
    [InlineData("992", "810")]
    [InlineData("993", "810")]
    [InlineData("61", "0011", "0014", "0015", "0016", "0018", "0019")]
    [InlineData("81", "010")]
    [InlineData("53", "119")]
    [InlineData("254", "000")]
    [InlineData("255", "000", "005", "006")]
    [InlineData("256", "000", "005", "007")]
    [InlineData("234", "009")]
    [InlineData("592", "001")]
    [InlineData("976", "001")]
    [InlineData("852", "001")]
    [InlineData("65", "001", "002", "008", "013", "018", "019", "020", "021")]
    [InlineData("66", "001", "004", "007", "008", "009")]
    [InlineData("855", "001", "004", "005", "006", "007", "008", "009")]
    [InlineData("62", "008", "009")]
    [InlineData("886", "002", "005", "006", "007", "009", "019")]
    [InlineData("82", "001", "002", "005", "006", "008", "009", "0073", "00345", "00365", "00391", "00700", "00727", "00755", "00761", "00762", "00766")]
    [InlineData("57", "005", "007", "009", "00414", "00444", "00456")]
    [InlineData("55", "0012", "0014", "0015", "0021", "0022", "0023", "0025", "0031", "0041", "0043", "0055", "0065", "0099")]
    [InlineData("238", "0")]
    [InlineData("685", "0")]
    public void A_number_abroad_is_what_follows_the_prefix_that_is_dialled_for_it(string countryCode, params string[] prefixes) =>
        NumberingPlans.AssertNone(
            from prefix in prefixes
            from number in NumberingPlans.NationalNumbers
            let dialled = prefix + number.Digits
            where !dialled.StartsWith("00" + countryCode, StringComparison.Ordinal)
            from wrong in NumberingPlans.Wrong(number, dialled, countryCode)
            select wrong);

    // Each also begins with a carrier's prefix.
    [Theory]
    [InlineData("57", "0057 321 123 4567", "+573211234567")]
    [InlineData("65", "0065 6123 4567", "+6561234567")]
    [InlineData("66", "0066 81 234 5678", "+66812345678")]
    [InlineData("82", "0082 10 2000 0000", "+821020000000")]
    [InlineData("55", "0055 11 96123-4567", "+5511961234567")]
    public void Behind_00_the_countrys_own_code_comes_before_a_carriers(string countryCode, string dialled, string number) =>
        Assert.Equal(number, NumberingPlans.Normalize(dialled, countryCode));

    [Theory]
    [InlineData("1")]
    [InlineData("7")]
    [InlineData("61")]
    [InlineData("81")]
    [InlineData("685")]
    public void A_number_with_00_is_international_everywhere(string countryCode) =>
        Assert.Equal("+442079460958", NumberingPlans.Normalize("0044 20 7946 0958", countryCode));

    [Theory]
    [InlineData("44", "0113 496 0000", "+441134960000")]
    [InlineData("251", "011 111 2345", "+251111112345")]
    [InlineData("34", "810 12 34 56", "+34810123456")]
    public void The_prefix_of_another_country_is_part_of_the_number(string countryCode, string dialled, string number) =>
        Assert.Equal(number, NumberingPlans.Normalize(dialled, countryCode));

    [Theory]
    [InlineData("1")]
    [InlineData("7")]
    [InlineData("66")]
    [InlineData("82")]
    public void With_a_plus_the_number_stands_as_it_is(string countryCode) =>
        Assert.Equal("+81312345678", NumberingPlans.Normalize("+81 3-1234-5678", countryCode));
}
