using GenesysLambdas.Commands.Terminals;

namespace GenesysLambdas.Tooling.Tests;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("plain \u20AC \U0001F600", "plain \u20AC \U0001F600")]
    [InlineData("\u202A\u202B\u202C\u202D\u202E", @"\u202a\u202b\u202c\u202d\u202e")]
    [InlineData("\u2066\u2067\u2068\u2069", @"\u2066\u2067\u2068\u2069")]
    [InlineData("\u2028\u2029", @"\u2028\u2029")]
    [InlineData("\u200E\u200F\u061C", @"\u200e\u200f\u061c")]
    public void Characters_that_reorder_text_are_escaped_everywhere(string text, string expected)
    {
        using var written = new StringWriter();
        using var writer = new OrderedWriter(written);
        writer.Write(text);
        writer.WriteLine(text);
        writer.Write(text.ToCharArray());
        writer.Write(text.AsSpan());
        writer.Write("{0}", text);
        foreach (var c in text)
        {
            writer.Write(c);
        }

        Assert.Equal($"{expected}{expected}{writer.NewLine}{expected}{expected}{expected}{expected}", written.ToString());
        Assert.Equal((expected, expected), (PlainText.Escape(text), PlainText.EscapeLines(text)));
    }

    [Fact]
    public void Control_characters_other_than_line_ends_are_escaped()
    {
        Assert.Equal(@"a\u001b[31m\u009b\u000a", PlainText.Escape("a\u001B[31m\u009B\n"));
        Assert.Equal("a\\u001b[31m\\u009b\r\n\tb", PlainText.EscapeLines("a\u001B[31m\u009B\r\n\tb"));
    }
}
