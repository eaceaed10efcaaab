namespace GenesysLambdas.Phone;

/// <summary>Extracts a number from an address: the schemes of RFC 3966 and RFC 3261, parameters and extensions.</summary>
internal static class PhoneAddress
{
    private static readonly string[] Schemes = ["tel:", "sip:", "sips:"];
    private static readonly string[] Extensions = ["ext", "x", "#", ","];

    /// <summary>Who is called, without scheme, host and parameters.</summary>
    public static string Subscriber(string text)
    {
        var address = text.Trim();
        var scheme = Schemes.FirstOrDefault(scheme => address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) ?? "";
        return CutAt(CutAt(address[scheme.Length..], "@"), ";").Trim();
    }

    /// <summary>The number without its extension.</summary>
    public static string WithoutExtension(string number) => Extensions.Aggregate(number, CutAt);

    private static string CutAt(string text, string mark) =>
        text.IndexOf(mark, StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? text[..at] : text;
}
