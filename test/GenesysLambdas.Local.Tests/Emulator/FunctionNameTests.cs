using GenesysLambdas.Local.Emulator;

namespace GenesysLambdas.Local.Tests.Emulator;

public class FunctionNameTests
{
    [Theory]
    [InlineData("CurrentWeatherFunction", null)]
    [InlineData("CurrentWeatherFunction:$LATEST", "$LATEST")]
    [InlineData("function:CurrentWeatherFunction", null)]
    [InlineData("123456789012:function:CurrentWeatherFunction", null)]
    [InlineData("us-east-1:123456789012:function:CurrentWeatherFunction", null)]
    [InlineData("arn:aws:lambda:eu-central-1:123456789012:function:CurrentWeatherFunction", null)]
    [InlineData("arn:aws-us-gov:lambda:us-gov-west-1:123456789012:function:CurrentWeatherFunction:live", "live")]
    public void A_name_is_found_in_every_form(string text, string? qualifier)
    {
        Assert.Equal(new FunctionName("CurrentWeatherFunction", qualifier), FunctionName.Parse(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("arn:aws:s3:::bucket")]
    [InlineData("name:a:b:c")]
    public void Other_text_is_not_a_name(string text)
    {
        Assert.Null(FunctionName.Parse(text));
    }

    [Fact]
    public void A_name_has_at_most_64_characters()
    {
        Assert.NotNull(FunctionName.Parse(new string('a', 64)));
        Assert.Null(FunctionName.Parse(new string('a', 65)));
    }
}
