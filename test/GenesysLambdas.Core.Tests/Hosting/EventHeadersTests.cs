using GenesysLambdas.Core.Hosting;

namespace GenesysLambdas.Core.Tests.Hosting;

public sealed class EventHeadersTests
{
    private const string Deadline = "Lambda-Runtime-Deadline-Ms";

    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeMilliseconds(1_800_000_000_000);

    [Theory]
    [InlineData("1800000000001")]
    [InlineData("1800000010000")]
    [InlineData("1800000900000")]
    [InlineData("1800086400000")]
    public void A_deadline_stays(string deadline) => Assert.Equal(deadline, Corrected(deadline));

    [Theory]
    [InlineData]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("soon")]
    [InlineData("-1")]
    [InlineData("0")]
    [InlineData("1800000010")]
    [InlineData("1800000000000")]
    [InlineData("1800086400001")]
    [InlineData("1800000010000.0")]
    [InlineData("1.80000001e12")]
    [InlineData("NaN")]
    [InlineData("9223372036854775807")]
    [InlineData("-9223372036854775808")]
    [InlineData("9223372036854775808")]
    [InlineData("253402300800000")]
    [InlineData("-62135596800001")]
    [InlineData("99999999999999999999999999")]
    [InlineData("1800000010000", "1800000020000")]
    public void What_is_not_a_deadline_counts_as_10_seconds(params string[] deadline) => Assert.Equal("1800000010000", Corrected(deadline));

    private static string Corrected(params string[] deadline)
    {
        using var response = new HttpResponseMessage();
        response.Headers.TryAddWithoutValidation(Deadline, deadline);
        EventHeaders.CorrectDeadline(response.Headers, Now);
        return response.Headers.NonValidated[Deadline].ToString();
    }
}
