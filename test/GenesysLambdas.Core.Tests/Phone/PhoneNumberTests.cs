using GenesysLambdas.Core.Answers;

namespace GenesysLambdas.Core.Tests.Phone;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("+15551234567", "+15551234567")]
    [InlineData("tel:+15551234567", "+15551234567")]
    [InlineData("TEL:+1-555-123-4567;ext=12", "+15551234567")]
    [InlineData("sip:+15551234567@host;user=phone", "+15551234567")]
    [InlineData("sips:+15551234567;phone-context=x@host:5061", "+15551234567")]
    [InlineData("+1 (555) 123-4567", "+15551234567")]
    [InlineData("+1 (555) 123-4567 x12", "+15551234567")]
    [InlineData("+1 555 123 4567 ext. 12", "+15551234567")]
    [InlineData("001 555 123 4567", "+15551234567")]
    [InlineData("+44 (0)20 7946 0958", "+442079460958")]
    [InlineData("+49\u00A030\u2011901820", "+4930901820")]
    [InlineData(" +43.1.58858 ", "+43158858")]
    [InlineData("+123456789012345", "+123456789012345")]
    [InlineData("+12345678", "+12345678")]
    public void An_international_number_needs_no_setting(string text, string number) => Assert.Equal(number, Normalize(text));

    // RFC 3261, section 20.10; the number counts, whatever the name says.
    [Theory]
    [InlineData("<tel:+15551234567>")]
    [InlineData("<sip:+15551234567@host;user=phone>")]
    [InlineData("\"Ana\" <sip:+15551234567@host>")]
    [InlineData("\"Ana\"<sips:+15551234567@host>")]
    [InlineData("Ana <tel:+1-555-123-4567>")]
    [InlineData("Ana Maria <sip:+15551234567@host:5060>;tag=a6c85cf")]
    [InlineData("\"Doe, Ana\" <sip:+15551234567@host>")]
    [InlineData("Doe, Ana <sip:+15551234567@host>")]
    [InlineData("\"Ana \\\"Ann\\\" Doe\" <sip:+15551234567@host>")]
    [InlineData("\"a < b > c\" <sip:+15551234567@host>")]
    [InlineData("\"\\\\\" <sip:+15551234567@host>")]
    [InlineData("\"\" <sip:+15551234567@host>")]
    [InlineData("\"Anonymous\" <sip:+15551234567@host>")]
    [InlineData("+19995550000 <tel:+15551234567>")]
    [InlineData("\"+1 999\" <sip:+15551234567;ext=12@host;user=phone> ; expires=60;q=0.1")]
    [InlineData("<sip:+15551234567@host>, <tel:+15551234567>")]
    [InlineData(" < tel:+15551234567 > ")]
    [InlineData("Ana <+1 (555) 123-4567 x12>")]
    public void An_address_may_have_a_name_and_brackets(string text) => Assert.Equal("+15551234567", Normalize(text));

    [Theory]
    [InlineData("+2908599")]
    [InlineData("+6834000")]
    [InlineData("+6902101")]
    public void Accepts_four_digits_in_countries_that_have_such_numbers(string number) => Assert.Equal(number, Normalize(number));

    [Theory]
    [InlineData("030 901820", "49", "+4930901820")]
    [InlineData("555 123 4567", "1", "+15551234567")]
    [InlineData("1 555 123 4567", "1", "+15551234567")]
    [InlineData("011 44 20 7946 0958", "1", "+442079460958")]
    [InlineData("0044 20 7946 0958", "49", "+442079460958")]
    [InlineData("sip:02079460958@pbx", "44", "+442079460958")]
    public void A_national_number_gets_the_country_code_in_place_of_its_trunk_zero(string text, string countryCode, string number) =>
        Assert.Equal(number, Normalize(text, countryCode));

    [Theory]
    [InlineData("anonymous")]
    [InlineData("Anonymous")]
    [InlineData("sip:anonymous@anonymous.invalid")]
    [InlineData("tel:unavailable")]
    [InlineData("restricted")]
    [InlineData("UNKNOWN")]
    [InlineData("Out_Of_Area")]
    [InlineData("Private")]
    [InlineData("+266696687")]
    [InlineData("N/A")]
    [InlineData("n/a")]
    [InlineData("NA")]
    [InlineData("None")]
    [InlineData("null")]
    [InlineData(" NOT_SET ")]
    [InlineData("\"Anonymous\" <sip:anonymous@anonymous.invalid>;tag=1")]
    public void A_withheld_number_is_null(string text) => Assert.Null(Normalize(text, "1"));

    [Theory]
    [InlineData("+")]
    [InlineData("()-.")]
    [InlineData("+1234567")]
    [InlineData("-")]
    [InlineData("+290123")]
    [InlineData("<>")]
    [InlineData("<tel:+15551234567")]
    [InlineData("tel:+15551234567>")]
    [InlineData("<tel:+1555>1234567")]
    [InlineData("<tel:+15551234567> x")]
    [InlineData("\"<tel:+15551234567>\"")]
    [InlineData("\"Ana <tel:+15551234567>")]
    [InlineData("\"Ana\\\" <tel:+15551234567>")]
    [InlineData("\"+15551234567\"")]
    [InlineData("+1234567890123456")]
    [InlineData("+05551234567")]
    [InlineData("000 555 123 4567")]
    [InlineData("+1555CALLNOW")]
    [InlineData("15+551234567")]
    [InlineData("++15551234567")]
    [InlineData("sip:alice@example.com")]
    [InlineData("x12")]
    [InlineData("+١٥٥٥١٢٣٤٥٦٧")]
    [InlineData("5")]
    public void What_is_not_a_number_is_refused(string text)
    {
        var failure = Assert.Throws<LookupException>(() => Normalize(text, "1")).Failure;

        Assert.Equal(ErrorCode.ValidationError, failure.Code);
        Assert.Equal("phoneNumber must be a phone number of 8 to 15 digits, such as +15551234567", failure.Message);
    }

    [Fact]
    public void A_national_number_without_the_setting_is_refused_by_its_name()
    {
        var failure = Assert.Throws<LookupException>(() => Normalize("555 123 4567")).Failure;

        Assert.Equal(ErrorCode.ValidationError, failure.Code);
        Assert.Contains("DEFAULT_COUNTRY_CODE", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("+49")]
    [InlineData("049")]
    [InlineData("4949")]
    [InlineData("DE")]
    public void A_malformed_country_code_is_a_ConfigurationError(string countryCode) =>
        Assert.Equal(ErrorCode.ConfigurationError, Assert.Throws<LookupException>(() => Normalize("555 123 4567", countryCode)).Failure.Code);

    private static string? Normalize(string text, string? countryCode = null) => NumberingPlans.Normalize(text, countryCode);
}
