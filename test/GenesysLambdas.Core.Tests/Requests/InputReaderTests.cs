using System.Text.Json;
using GenesysLambdas.Core.Answers;
using GenesysLambdas.Core.Contracts;
using GenesysLambdas.Core.Requests;

namespace GenesysLambdas.Core.Tests.Requests;

public sealed class InputReaderTests
{
    private static readonly InputContract Text = Input(ContractType.String);
    private static readonly InputContract Integer = Input(ContractType.Integer);
    private static readonly InputContract Number = Input(ContractType.Number);
    private static readonly InputContract Boolean = Input(ContractType.Boolean);

    [Theory]
    [InlineData("\"a\"", "a")]
    [InlineData("\"  a b \\t\"", "a b")]
    [InlineData("5", "5")]
    [InlineData("5.50", "5.50")]
    [InlineData("true", "true")]
    public void Trims_strings_and_accepts_numbers_and_booleans_as_strings(string json, string value) =>
        Assert.Equal(value, Read(json, reader => reader.Text(Text)));

    [Theory]
    [InlineData("5", 5)]
    [InlineData("\"5\"", 5)]
    [InlineData("\" -12 \"", -12)]
    [InlineData("5.0", 5)]
    [InlineData("\"5.00\"", 5)]
    [InlineData("9223372036854775807", long.MaxValue)]
    public void Accepts_a_number_or_a_string_for_a_whole_number(string json, long value) =>
        Assert.Equal(value, Read(json, reader => reader.Integer(Integer)));

    [Theory]
    [InlineData("\"5.5\"")]
    [InlineData("5.5")]
    [InlineData("\"five\"")]
    [InlineData("\"1,000\"")]
    [InlineData("\"0x10\"")]
    [InlineData("9223372036854775808")]
    [InlineData("1e-30")]
    [InlineData("true")]
    [InlineData("{}")]
    [InlineData("[5]")]
    public void What_is_not_a_whole_number_is_refused(string json) =>
        Assert.Equal("x must be a whole number", Problem(json, reader => reader.Integer(Integer)));

    [Theory]
    [InlineData("5", "5")]
    [InlineData("\"5.50\"", "5.50")]
    [InlineData("-0.1", "-0.1")]
    [InlineData("1234567890123456789.123456789", "1234567890123456789.123456789")]
    public void A_number_is_exact(string json, string value) =>
        Assert.Equal(value, Read(json, reader => reader.Number(Number)).ToString(System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("\"5,5\"")]
    [InlineData("\"NaN\"")]
    [InlineData("0.12345678901234567890123456789012")]
    [InlineData("false")]
    public void Rejects_a_number_that_would_lose_precision(string json) =>
        Assert.Equal("x must be a number", Problem(json, reader => reader.Number(Number)));

    [Theory]
    [InlineData("true", true)]
    [InlineData("\"true\"", true)]
    [InlineData("\"FALSE\"", false)]
    public void Accepts_a_boolean_or_a_string_for_a_boolean(string json, bool value) =>
        Assert.Equal(value, Read(json, reader => reader.Boolean(Boolean)));

    [Theory]
    [InlineData("1")]
    [InlineData("\"yes\"")]
    [InlineData("{}")]
    public void What_is_not_a_boolean_is_refused(string json) =>
        Assert.Equal("x must be true or false", Problem(json, reader => reader.Boolean(Boolean)));

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\" \\t\\n\"")]
    [InlineData(null)]
    public void Missing_null_empty_and_white_space_mean_not_given(string? json)
    {
        Assert.Equal("fallback", Read(json, reader => reader.Text(Text, "fallback")));
        Assert.Equal(7, Read(json, reader => reader.Integer(Integer, 7)));
        Assert.Equal(7.5m, Read(json, reader => reader.Number(Number, 7.5m)));
        Assert.True(Read(json, reader => reader.Boolean(Boolean, fallback: true)));
        Assert.Equal("Missing required input: x", Problem(json, reader => reader.Text(Text with { Required = true })));
    }

    [Theory]
    [InlineData("null", false)]
    [InlineData("\"\"", false)]
    [InlineData("\" \\t\\n\"", false)]
    [InlineData(null, false)]
    [InlineData("0", true)]
    [InlineData("false", true)]
    [InlineData("\"a\"", true)]
    [InlineData("{}", true)]
    [InlineData("\"\\ud800\"", true)]
    public void False_zero_and_invalid_values_count_as_given(string? json, bool isGiven) =>
        Assert.Equal(isGiven, Read(json, reader => reader.IsGiven(Text)));

    [Theory]
    [InlineData("0", "x must be a whole number from 1 to 100")]
    [InlineData("101", "x must be a whole number from 1 to 100")]
    public void A_number_out_of_range_is_refused_with_the_range(string json, string problem) =>
        Assert.Equal(problem, Problem(json, reader => reader.Integer(Integer with { Minimum = 1, Maximum = 100 })));

    [Fact]
    public void Half_a_surrogate_pair_is_refused() =>
        Assert.Equal("x must be valid Unicode", Problem("\"\\ud800\"", reader => reader.Text(Text)));

    [Theory]
    [InlineData("a\\u0000b")]
    [InlineData("a\\r\\nb")]
    [InlineData("a\\u0085b")]
    public void Control_characters_are_refused(string text) =>
        Assert.Equal("x must not contain control characters", Problem($"\"{text}\"", reader => reader.Text(Text)));

    [Fact]
    public void All_problems_are_reported_in_one_message()
    {
        var reader = new InputReader(JsonDocument.Parse("""{"a":"x","b":{}}""").RootElement);
        reader.Integer(Integer with { Name = "a" });
        reader.Boolean(Boolean with { Name = "b" });
        reader.Text(Text with { Name = "c", Required = true });

        var failure = Assert.Throws<LookupException>(reader.ThrowIfInvalid).Failure;

        Assert.Equal("a must be a whole number; b must be true or false; Missing required input: c", failure.Message);
        Assert.Equal((ErrorCode.ValidationError, FailureReason.InputMissing), (failure.Code, failure.Reason));
    }

    [Theory]
    [InlineData("en", true)]
    [InlineData("en-US", true)]
    [InlineData("zh-Hant-TW", true)]
    [InlineData("sl-rozaj-biske-1994", true)]
    [InlineData("es-419", true)]
    [InlineData("x-whatever", true)]
    [InlineData("en-x-a", true)]
    [InlineData("e", false)]
    [InlineData("en_US", false)]
    [InlineData("en-", false)]
    [InlineData("-en", false)]
    [InlineData("en--US", false)]
    [InlineData("en-toolongsubtag", false)]
    [InlineData("en-US&x=1", false)]
    [InlineData("x", false)]
    [InlineData("12-US", false)]
    [InlineData("zh-cmn-Hans-CN-rozaj-12345678-abcde", true)] // 35 characters (RFC 5646, section 4.4.1)
    [InlineData("zh-cmn-Hans-CN-rozaj-12345678-abcdef", false)]
    public void A_language_tag_is_one_by_BCP_47(string tag, bool wellFormed) => Assert.Equal(wellFormed, LanguageTag.IsWellFormed(tag));

    private static InputContract Input(ContractType type) => new() { Name = "x", Type = type, Description = "" };

    private static T Read<T>(string? json, Func<InputReader, T> read)
    {
        var reader = Reader(json);
        var value = read(reader);
        reader.ThrowIfInvalid();
        return value;
    }

    private static string Problem<T>(string? json, Func<InputReader, T> read)
    {
        var reader = Reader(json);
        read(reader);
        return Assert.Throws<LookupException>(reader.ThrowIfInvalid).Message;
    }

    private static InputReader Reader(string? json) => new(JsonDocument.Parse(json is null ? "{}" : $$"""{"x":{{json}}}""").RootElement);
}
