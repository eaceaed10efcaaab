using GenesysLambdas.Core.Answers;

namespace GenesysLambdas.Core.Tests.Answers;

public sealed class OutputTextTests
{
    private const string Family = "\U0001F468\u200D\U0001F469\u200D\U0001F467";
    private const string Flag = "\U0001F1E9\U0001F1EA";

    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("abc", 2, "ab")]
    [InlineData("abc", 1, "a")]
    [InlineData("\U0001F600\U0001F600", 3, "\U0001F600")]
    [InlineData("\U0001F600", 1, "")]
    [InlineData("xe\u0301", 2, "x")]
    [InlineData("xe\u0301y", 3, "xe\u0301")]
    [InlineData("a\r\nb", 2, "a")]
    [InlineData("a" + Family + "b", 8, "a")]
    [InlineData("a" + Family + "b", 9, "a" + Family)]
    [InlineData(Flag + Flag, 7, Flag)]
    [InlineData(Flag + Flag, 4, Flag)]
    [InlineData("\u0928\u093E\u0928\u093E", 3, "\u0928\u093E")]
    [InlineData("", 1, "")]
    public void Cuts_text_between_user_perceived_characters(string text, int maxLength, string expected) =>
        Assert.Equal(expected, OutputText.Cut(text, maxLength));

    [Fact]
    public void A_character_of_any_length_is_cut_between_code_points()
    {
        var zalgo = "a" + string.Concat(Enumerable.Repeat("\U0001D165", 500_000));

        var cut = OutputText.Cut(zalgo, 32_000);

        Assert.InRange(cut.Length, 31_999, 32_000);
        Assert.False(char.IsHighSurrogate(cut[^1]));
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData(null, "")]
    [InlineData("a\tb\r\nc", "a\tb\r\nc")]
    [InlineData("a\0\u0007\u001B[31m\u007F\u0085\u009Bb", "a[31mb")]
    [InlineData("\u202Aa\u202Bb\u202Cc\u202Dd\u202Ee", "abcde")]
    [InlineData("\u2066a\u2067b\u2068c\u2069d", "abcd")]
    [InlineData("a\u2028b\u2029c", "a\nb\nc")]
    [InlineData("\u202E\u2066", "")]
    [InlineData("\u200E\u200F\u061C\u200D\u2027\u202F\u2065\u206A", "\u200E\u200F\u061C\u200D\u2027\u202F\u2065\u206A")]
    public void Drops_control_and_reordering_characters(string? text, string expected) =>
        Assert.Equal(expected, OutputText.Clean(text));

    [Fact]
    public void Text_without_them_is_the_same_string()
    {
        var text = new string('x', 100);

        Assert.Same(text, OutputText.Clean(text));
        Assert.Same(text, OutputText.Cut(text, 100));
    }
}
