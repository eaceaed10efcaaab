using System.Globalization;
using GenesysLambdas.Core.Answers;
using GenesysLambdas.Core.ExternalApis;

namespace GenesysLambdas.Core.Tests.ExternalApis;

public sealed class ApiPathTests
{
    [Fact]
    public void Numbers_and_booleans_are_written_as_JSON_has_them_whatever_the_culture()
    {
        var culture = CultureInfo.CurrentCulture;
        // A comma for the point, and a sign of its own for the minus.
        CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = new() { NumberDecimalSeparator = ",", NegativeSign = "~" } };
        try
        {
            Assert.Equal("orders?count=-5&above=-1.50&urgent=true&open=false", Path($"orders?count={-5}&above={-1.50m}&urgent={true}&open={false}"));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Leaves_out_a_parameter_with_the_value_null()
    {
        var (text, number, amount, flag) = ((string?)null, (int?)null, (decimal?)null, (bool?)null);

        Assert.Equal("orders", Path($"orders?open={flag}"));
        Assert.Equal("orders", Path($"orders?open={flag}&of={text}&limit={number}&above={amount}"));
        Assert.Equal("orders?of=A%26B", Path($"orders?open={flag}&of={"A&B"}"));
        Assert.Equal("orders?sort=date", Path($"orders?open={flag}&sort=date"));
        Assert.Equal("orders?sort=date&limit=5", Path($"orders?sort=date&open={flag}&limit={(int?)5}"));
        Assert.Equal("orders?of=a&b", Path($"orders?of=a&open={flag}&b"));
        Assert.Equal("orders?of=", Path($"orders?of={""}&open={flag}"));
    }

    [Fact]
    public void Null_in_the_path_itself_is_refused()
    {
        var exception = Assert.Throws<LookupException>(() => Path($"orders/{(long?)null}?open={true}"));

        Assert.Equal((ErrorCode.ValidationError, "An input used in a path is missing"), (exception.Failure.Code, exception.Failure.Message));
    }

    private static string Path(ApiPath path) => path.ToString();
}
