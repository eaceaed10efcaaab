using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using GenesysLambdas.Core.ExternalApis;

namespace GenesysLambdas.Core.Tests.ExternalApis;

public sealed partial class ReplyConverterTests
{
    [Theory]
    [InlineData("integer", "100", "100")]
    [InlineData("integer", "100.0", "100")]
    [InlineData("integer", "100.000", "100")]
    [InlineData("integer", "1e2", "100")]
    [InlineData("integer", "1.0E7", "10000000")]
    [InlineData("integer", "1.5e1", "15")]
    [InlineData("integer", "100e-2", "1")]
    [InlineData("integer", "-0", "0")]
    [InlineData("integer", "0.0", "0")]
    [InlineData("integer", "0e999", "0")]
    [InlineData("integer", "\"100\"", "100")]
    [InlineData("integer", "\"100.0\"", "100")]
    [InlineData("integer", "\" -5 \"", "-5")]
    [InlineData("integer", "\"\\u0031\\u0030\"", "10")]
    [InlineData("integer", "9223372036854775807", "9223372036854775807")]
    [InlineData("integer", "\"-9223372036854775808\"", "-9223372036854775808")]
    [InlineData("integer", "9223372036854775807.0", "9223372036854775807")]
    [InlineData("int", "2147483647.0", "2147483647")]
    [InlineData("int", "\"-2147483648\"", "-2147483648")]
    [InlineData("number", "21.5", "21.5")]
    [InlineData("number", "\"21.50\"", "21.50")]
    [InlineData("number", "\" 5 \"", "5")]
    [InlineData("number", "-0.10", "-0.10")]
    [InlineData("number", "1e2", "100")]
    [InlineData("number", "\"1e2\"", "100")]
    [InlineData("number", "2.5E-3", "0.0025")]
    [InlineData("number", "1234567890123456789012345678", "1234567890123456789012345678")]
    [InlineData("number", "0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    [InlineData("number", "1e-28", "0.0000000000000000000000000001")]
    [InlineData("boolean", "true", "True")]
    [InlineData("boolean", "false", "False")]
    [InlineData("boolean", "\"true\"", "True")]
    [InlineData("boolean", "\"False\"", "False")]
    [InlineData("boolean", "\" TRUE \"", "True")]
    [InlineData("string", "\"text\"", "text")]
    [InlineData("string", "100", "100")]
    [InlineData("string", "1.50", "1.50")]
    [InlineData("string", "1e2", "1e2")]
    [InlineData("string", "true", "true")]
    [InlineData("string", "false", "false")]
    public void Reads_what_loses_nothing(string member, string json, string expected)
    {
        Assert.Equal(expected, Show(Read(member, json)));
        Assert.Equal(expected, Show(Read($"nullable-{member}", json)));
        Assert.Equal(expected, Show(Read($"{member}s", $"[{json}]")));
    }

    [Theory]
    [InlineData("integer", "5.5", "\"5.5\"", "\"\"", "\" \"", "\"1,000\"", "\"1 000\"", "\"five\"", "\"0x10\"", "\"1e\"", "true", "{}", "[5]")]
    [InlineData("integer", "9223372036854775808", "\"9223372036854775808\"", "-9223372036854775809", "1e19", "1e-1", "1e99999999999", "\"\u0665\"")]
    [InlineData("int", "2147483648", "\"2147483648\"", "-2147483649", "5.5")]
    [InlineData("number", "\"1,5\"", "\"\"", "\"much\"", "\"NaN\"", "\"Infinity\"", "\"5%\"", "\"$5\"", "\"(5)\"", "\"--5\"", "false", "{}", "[1.5]")]
    [InlineData("number", "12345678901234567890123456789", "0.12345678901234567890123456789", "1e29", "1e-29", "1.5e-28", "1e400", "1e-400", "\"1e-29\"")]
    [InlineData("boolean", "1", "0", "\"1\"", "\"Y\"", "\"yes\"", "\"\"", "{}", "[true]")]
    [InlineData("string", "{}", "[\"a\"]", "\"\\ud800\"")]
    public void Refuses_what_would_lose_something(string member, params string[] values) => Assert.All(values, json =>
    {
        Assert.Throws<JsonException>(() => Read(member, json));
        Assert.Throws<JsonException>(() => Read($"nullable-{member}", json));
        Assert.Throws<JsonException>(() => Read($"{member}s", $"[{json}]"));
    });

    [Theory]
    [InlineData("integer")]
    [InlineData("int")]
    [InlineData("number")]
    [InlineData("boolean")]
    public void Null_is_null_only_if_the_type_is_nullable(string member)
    {
        Assert.Null(Read($"nullable-{member}", "null"));
        Assert.Throws<JsonException>(() => Read(member, "null"));
        Assert.Throws<JsonException>(() => Read($"{member}s", "[null]"));
    }

    [Fact]
    public void A_body_is_written_with_the_types_of_its_record() => Assert.Equal(
        """{"text":"t","integer":5,"int":-5,"number":1.50,"boolean":true,"none":null}""",
        JsonSerializer.Serialize(new Body("t", 5, -5, 1.50m, true, null), ScalarsJson.Default.Body));

    [Fact]
    public void Reads_a_dictionary_of_scalars()
    {
        var values = JsonSerializer.Deserialize("""{"totals":{"a":"1","b":2.0}}""", ScalarsJson.Default.Dictionary)!;

        Assert.Equal([("a", 1), ("b", 2)], values.Totals.Select(total => (total.Key, total.Value)));
        Assert.Equal("""{"totals":{"a":1,"b":2}}""", JsonSerializer.Serialize(values, ScalarsJson.Default.Dictionary));
    }

    private static object? Read(string member, string json)
    {
        var values = JsonSerializer.Deserialize($"{{\"{member}\":{json}}}", ScalarsJson.Default.Values)!;
        return member switch
        {
            "integer" => values.Integer,
            "int" => values.Int,
            "number" => values.Number,
            "boolean" => values.Boolean,
            "string" => values.String,
            "nullable-integer" => values.NullableInteger,
            "nullable-int" => values.NullableInt,
            "nullable-number" => values.NullableNumber,
            "nullable-boolean" => values.NullableBoolean,
            "nullable-string" => values.NullableString,
            "integers" => values.Integers!.Single(),
            "ints" => values.Ints!.Single(),
            "numbers" => values.Numbers!.Single(),
            "booleans" => values.Booleans!.Single(),
            _ => values.Strings!.Single(),
        };
    }

    private static string? Show(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture);

    internal sealed record Values(
        long Integer, int Int, decimal Number, bool Boolean, string String,
        long? NullableInteger, int? NullableInt, decimal? NullableNumber, bool? NullableBoolean, string? NullableString,
        IReadOnlyList<long>? Integers, IReadOnlyList<int>? Ints, IReadOnlyList<decimal>? Numbers, IReadOnlyList<bool>? Booleans, IReadOnlyList<string>? Strings);

    internal sealed record Body(string Text, long Integer, int Int, decimal Number, bool Boolean, decimal? None);

    internal sealed record Dictionary(Dictionary<string, long> Totals);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.KebabCaseLower, Converters = [typeof(ReplyConverter)])]
    [JsonSerializable(typeof(Values))]
    [JsonSerializable(typeof(Body))]
    [JsonSerializable(typeof(Dictionary))]
    internal sealed partial class ScalarsJson : JsonSerializerContext;
}
