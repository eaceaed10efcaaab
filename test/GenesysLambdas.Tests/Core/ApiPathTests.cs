using System.Globalization;
using GenesysLambdas.ExternalApis;

namespace GenesysLambdas.Tests.Core;

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

    private static string Path(ApiPath path) => path.ToString();
}
