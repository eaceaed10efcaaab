using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;

namespace GenesysLambdas.Testing.Hostile;

/// <summary>Texts that someone might send to see what happens, as UTF-16, including halves of surrogate pairs.</summary>
internal static class HostileText
{
    private static readonly Gen<string> Fragment = Gen.Elements<string>(
    [
        .. OfTheSuite(),
        "..", "../", "..\\", "/../../etc/passwd", "%2e%2e%2f", "%2F", "..;/", "//evil.example/", "https://evil.example/", "@evil.example", ":80",
        "\r\n", "\n", "\r\nHost: evil.example\r\n\r\n", "%0d%0aX-Evil:%201", " HTTP/1.1\r\n", "\0", "%00", "\u0085", "\u2028",
        "?", "&", "=", "#", "?id=1", "+", "%", "%zz", ";", "{", "}", "${input.a}", "\"", "\\", "'", "<", "*",
        "\u202E", "\u200F", "\u200B", "\uFEFF", "\uFFFF", "\uD800", "\uDC00", "\uDC00\uD800", "\U0001F4A5", "\u00E9", "e\u0301", "\u0130",
        "\u00A0", "\u3000", "\uFF0F", "\uFF0E\uFF0E",
        "null", "true", "-1", "1e400", "0x10", "5.5", "NaN", "99999999999999999999", "tel:", "sip:", ";ext=", "(0)", "anonymous", "de-AT",
    ]);

    private static readonly Gen<string> Character = Gen.OneOf(
        Gen.Choose(' ', '~').Select(Text),
        Gen.Choose(0, 0xFF).Select(Text),
        Gen.Choose(0, 0xFFFF).Select(Text));

    /// <summary>Parts of phone numbers.</summary>
    private static readonly Gen<string> Sign = Gen.Elements(
        "+", "-", "(", ")", " ", ".", "/", "#", "*", ",", ";", "x", "0", "1", "5", "tel:", "@", "\u2010", "\u0665", "\uFF15");

    /// <summary>A phone number followed by something hostile, if the scheme allows more.</summary>
    private static readonly Gen<string> PhoneNumber =
        from before in Gen.Elements("+", "00", "tel:+", "sip:+", " + ", "")
        from digits in Gen.Choose(1, 9).ArrayOf(9)
        from separator in Gen.Elements("", " ", "-", "/", ".", ")(")
        from behind in Gen.Elements("", ";", "@", ";ext=", "x", "#", ",")
        from fragment in Fragment
        select before + string.Join(separator, digits) + behind + (behind.Length == 0 ? "" : fragment);

    /// <summary>Any text: of hostile fragments, any characters, characters of phone numbers, and occasionally 1 MB long.</summary>
    public static Gen<string> Any { get; } = Gen.Frequency(
        (180, Of(Gen.Frequency((2, Fragment), (1, Character)))),
        (60, Of(Character)),
        (60, Of(Sign)),
        (60, PhoneNumber),
        (1, Fragment.Select(fragment => string.Concat(Enumerable.Repeat(fragment, 1024 * 1024 / fragment.Length)))));

    /// <summary>A text as a JSON string, including unpaired surrogates.</summary>
    public static string ToJson(string text)
    {
        var json = new StringBuilder("\"", text.Length + 2);
        foreach (var c in text)
        {
            _ = char.IsAsciiLetterOrDigit(c) ? json.Append(c) : json.Append($"\\u{(int)c:x4}");
        }

        return json.Append('"').ToString();
    }

    /// <summary>The placeholders in the suite's settings, and the query parameters with its tokens.</summary>
    private static IEnumerable<string> OfTheSuite() => SuiteUnderTestAttribute.Current.Contracts.SelectMany(lookup =>
    {
        var holes = lookup.Settings.SelectMany(setting => Regex.Matches(setting.Default, @"\{\w+\}", RegexOptions.None, TimeSpan.FromSeconds(10)));
        return holes.Select(hole => hole.Value).Concat(lookup.Api.Auth.Split(':') is ["query", var parameter] ? [$"&{parameter}=evil"] : []);
    }).Distinct(StringComparer.Ordinal);

    private static Gen<string> Of(Gen<string> part) => part.ListOf().Select(string.Concat);

    private static string Text(int code) => ((char)code).ToString();
}
