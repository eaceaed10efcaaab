namespace GenesysLambdas.Core.Phone;

/// <summary>Extracts a number from an address: the schemes of RFC 3966 and RFC 3261, with a display name, parameters and extensions.</summary>
internal static class PhoneAddress
{
    private static readonly string[] Schemes = ["tel:", "sip:", "sips:"];
    private static readonly string[] Extensions = ["ext", "x", "#", ","];

    /// <summary>The number or user, without display name, scheme, host and parameters.</summary>
    public static string Subscriber(string text)
    {
        var address = InBrackets(text.Trim()).Trim();
        var scheme = Schemes.FirstOrDefault(scheme => address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) ?? "";
        return CutAt(CutAt(address[scheme.Length..], "@"), ";").Trim();
    }

    public static string WithoutExtension(string number) => Extensions.Aggregate(number, CutAt);

    // name-addr (RFC 3261, sections 20.10 and 25.1): a display name, quoted or not, and the address in angle brackets. Whatever follows
    // them is header parameters, or another address of the same user (RFC 3325, section 9.1).
    private static string InBrackets(string text)
    {
        var open = text.IndexOf('<', QuotedLength(text));
        var close = open < 0 ? -1 : text.IndexOf('>', open);
        return close >= 0 && text[(close + 1)..].TrimStart() is [] or [';' or ',', ..] ? text[(open + 1)..close] : text;
    }

    // A quoted name may contain brackets, and quotes escaped by a backslash.
    private static int QuotedLength(string text)
    {
        for (var i = 1; text is ['"', ..] && i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\\':
                    i++;
                    break;
                case '"':
                    return i + 1;
            }
        }

        return text is ['"', ..] ? text.Length : 0;
    }

    private static string CutAt(string text, string mark) =>
        text.IndexOf(mark, StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? text[..at] : text;
}
