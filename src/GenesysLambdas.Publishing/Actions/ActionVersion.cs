using System.Globalization;
using System.Text.RegularExpressions;

namespace GenesysLambdas.Publishing.Actions;

/// <summary>
/// A version of a lookup's action. Its number is in the name of its file (<c>order-status.v2.json</c>), in its name in
/// Genesys Cloud (<c>Order Status v2</c>) and in the name of its Terraform resource. Version 1 has no number in its names.
/// </summary>
/// <param name="Number">Starts at 1.</param>
public sealed partial record ActionVersion(string Lookup, int Number)
{
    public string FileName => Numbered(Lookup, ".v") + ".json";

    public string ActionName => Numbered(Words(Lookup), " v");

    public string ResourceName => Numbered(Lookup.Replace('-', '_'), "_v");

    /// <summary>The version with this <see cref="FileName"/>; null if it is not the name of an action's file.</summary>
    public static ActionVersion? Parse(string name)
    {
        if (Pattern().Match(name) is not { Success: true } match)
        {
            return null;
        }

        var number = match.Groups["number"];
        return new(match.Groups["lookup"].Value, number.Success ? int.Parse(number.Value, CultureInfo.InvariantCulture) : 1);
    }

    /// <summary>A lookup's name as capitalized words.</summary>
    public static string Words(string lookup) => string.Join(' ', lookup.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private string Numbered(string name, string separator) => Number == 1 ? name : $"{name}{separator}{Number}";

    [GeneratedRegex(
        @"\A(?<lookup>[a-z0-9]+(-[a-z0-9]+)*)(\.v(?<number>[2-9]|[1-9][0-9]{1,3}))?\.json\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
