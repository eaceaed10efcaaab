namespace GenesysLambdas.Core.Tests.Phone;

public sealed class NationalNumberTests
{
    [Fact]
    public void A_number_as_dialled_in_its_country_becomes_E164()
    {
        Assert.Equal(725, NumberingPlans.NationalNumbers.Count);
        NumberingPlans.AssertNone(NumberingPlans.NationalNumbers.SelectMany(number => NumberingPlans.Wrong(number, number.Dialled, number.CountryCode)));
    }

    [Fact]
    public void A_number_is_the_same_with_a_plus_with_00_with_its_trunk_prefix_and_without() =>
        NumberingPlans.AssertNone(
            from number in NumberingPlans.NationalNumbers
            from dialled in (string[])
            [
                number.E164,
                "00" + number.Digits,
                NumberingPlans.TrunkPrefixes[number.CountryCode] + number.Significant,
                number.Significant,
            ]
            from wrong in NumberingPlans.Wrong(number, dialled, number.CountryCode)
            select wrong);

    // Cape Verde's and Samoa's zero is dialled for abroad.
    [Fact]
    public void A_zero_is_dropped_only_if_it_is_a_trunk_prefix() =>
        NumberingPlans.AssertNone(
            from country in NumberingPlans.TrunkPrefixes
            where country.Key is not ("238" or "685")
            let kept = country.Value == "0" ? "" : "0"
            let number = new NationalNumber(country.Key, "071234567", $"+{country.Key}{kept}71234567")
            from wrong in NumberingPlans.Wrong(number, number.Dialled, country.Key)
            select wrong);

    // Area codes and free numbers that begin with the digit which is dialled before others.
    [Theory]
    [InlineData("7", "812 123-45-67", "+78121234567")]
    [InlineData("7", "8 812 123-45-67", "+78121234567")]
    [InlineData("7", "8 800 123-45-67", "+78001234567")]
    [InlineData("375", "0152 45-09-11", "+375152450911")]
    [InlineData("375", "8 0152 45-09-11", "+375152450911")]
    [InlineData("375", "8 801 123 4567", "+3758011234567")]
    [InlineData("375", "801 123 4567", "+3758011234567")]
    [InlineData("375", "8 800 123 4567", "+3758001234567")]
    [InlineData("375", "8 800 12 3456", "+375800123456")]
    [InlineData("375", "8 902 123 4567", "+3759021234567")]
    [InlineData("375", "8 8200 123 4567", "+37582001234567")]
    [InlineData("290", "8599", "+2908599")]
    [InlineData("241", "011 44 42 34", "+24111444234")]
    [InlineData("241", "06 03 12 34", "+24106031234")]
    [InlineData("598", "000 4236", "+5980004236")]
    [InlineData("598", "0004 123 4567", "+59800041234567")]
    [InlineData("992", "00 212 2456", "+992002122456")]
    [InlineData("992", "00 992 0505", "+992009920505")]
    [InlineData("36", "62 123 456", "+3662123456")]
    [InlineData("250", "06 959 281", "+25006959281")]
    public void Where_numbers_begin_with_the_trunk_prefix_the_length_decides(string countryCode, string dialled, string number) =>
        Assert.Equal(number, NumberingPlans.Normalize(dialled, countryCode));

    // Until 2024 Lithuania's trunk prefix was 8, and libphonenumber still takes it.
    [Theory]
    [InlineData("8 612 34567")]
    [InlineData("0 612 34567")]
    [InlineData("612 34567")]
    public void Lithuanias_former_trunk_prefix_is_dropped_too(string dialled) =>
        Assert.Equal("+37061234567", NumberingPlans.Normalize(dialled, "370"));

    [Theory]
    [InlineData("011 15-2345-6789", "+5491123456789")]
    [InlineData("11 15 2345 6789", "+5491123456789")]
    [InlineData("0221 15 512-3456", "+5492215123456")]
    [InlineData("0221 15 155-3456", "+5492211553456")]
    [InlineData("03715 15 41-2345", "+5493715412345")]
    [InlineData("0 9 11 2345-6789", "+5491123456789")]
    [InlineData("0223 415-1515", "+542234151515")]
    [InlineData("011 1515-1515", "+541115151515")]
    public void Argentinas_15_of_mobiles_becomes_a_9(string dialled, string number) =>
        Assert.Equal(number, NumberingPlans.Normalize(dialled, "54"));

    [Theory]
    [InlineData("+44 (0)20 7946 0958", "+442079460958")]
    [InlineData("0049 (0)30 901820", "+4930901820")]
    [InlineData("+34 (0)810 12 34 56", "+34810123456")]
    [InlineData("+39 (0)6 698 12345", "+390669812345")]
    [InlineData("0039 (0)6 698 12345", "+390669812345")]
    [InlineData("+225 (0)7 12 34 56 78", "+2250712345678")]
    public void A_zero_in_brackets_is_dropped_unless_it_is_part_of_the_number(string text, string number) =>
        Assert.Equal(number, NumberingPlans.Normalize(text));
}
