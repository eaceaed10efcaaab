using GenesysLambdas.Commands.Printing;
using Spectre.Console;

namespace GenesysLambdas.Commands.Tests.Printing;

public class CutTextTests
{
    [Theory]
    [InlineData("abcdef", 6, "abcdef")]
    [InlineData("abcdef", 5, "abcd…")]
    [InlineData("abcdef", 1, "…")]
    [InlineData("two words", 6, "two w…")]
    [InlineData("東京都", 6, "東京都")]
    [InlineData("東京都庁", 6, "東京…")]
    [InlineData("a😀b😀c", 4, "a😀…")]
    public void Cuts_long_values_between_characters(string text, int width, string expected)
    {
        using var writer = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        console.Profile.Width = width;

        console.Write(new CutText(text));

        Assert.Equal(expected, writer.ToString());
    }
}
