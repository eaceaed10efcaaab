using System.Text;
using GenesysLambdas.Commands.Arguments;

namespace GenesysLambdas.Commands.Tests;

public class InputArgumentsTests
{
    [Theory]
    [InlineData("page_size=5", """{"inputs":{"page_size":5}}""")]
    [InlineData("page_size=-5", """{"inputs":{"page_size":-5}}""")]
    [InlineData("page_size=5.5", """{"inputs":{"page_size":"5.5"}}""")]
    [InlineData("page_size=007", """{"inputs":{"page_size":"007"}}""")]
    [InlineData("page_size=99999999999999999999", """{"inputs":{"page_size":"99999999999999999999"}}""")]
    [InlineData("page_size= 5", """{"inputs":{"page_size":" 5"}}""")]
    [InlineData("page_size=many", """{"inputs":{"page_size":"many"}}""")]
    [InlineData("page_size=", """{"inputs":{"page_size":""}}""")]
    [InlineData("ratio=0.10", """{"inputs":{"ratio":0.10}}""")]
    [InlineData("ratio=1e3", """{"inputs":{"ratio":1e3}}""")]
    [InlineData("ratio=NaN", """{"inputs":{"ratio":"NaN"}}""")]
    [InlineData("exact=true", """{"inputs":{"exact":true}}""")]
    [InlineData("exact=True", """{"inputs":{"exact":"True"}}""")]
    [InlineData("locale=5", """{"inputs":{"locale":"5"}}""")]
    [InlineData("locale=a=b", """{"inputs":{"locale":"a=b"}}""")]
    public void Literals_get_the_inputs_type(string argument, string expected)
    {
        Assert.Equal(expected, Encoding.UTF8.GetString(InputArguments.ToEvent(TestContracts.History, [argument])));
    }

    [Fact]
    public void An_event_can_have_no_inputs()
    {
        Assert.Equal("""{"inputs":{}}""", Encoding.UTF8.GetString(InputArguments.ToEvent(TestContracts.History, [])));
    }
}
