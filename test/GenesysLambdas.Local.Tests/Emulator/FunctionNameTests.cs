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
    public void Parses_every_form_of_a_name(string text, string? qualifier)
    {
        Assert.Equal(new FunctionName("CurrentWeatherFunction", qualifier), FunctionName.Parse(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("arn:aws:s3:::bucket")]
    [InlineData("name:a:b:c")]
    public void Rejects_invalid_names(string text)
    {
        Assert.Null(FunctionName.Parse(text));
    }

    [Fact]
    public void Rejects_names_over_64_characters()
    {
        Assert.NotNull(FunctionName.Parse(new string('a', 64)));
        Assert.Null(FunctionName.Parse(new string('a', 65)));
    }
}
