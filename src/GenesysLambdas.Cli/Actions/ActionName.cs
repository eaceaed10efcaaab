using System.Globalization;
using GenesysLambdas.Contracts;

namespace GenesysLambdas.Cli.Actions;

/// <summary>
/// An action's name in Genesys Cloud: <c>Current Weather</c>, and from the second contract on <c>Current Weather v2</c>. The
/// committed file's name is the only record of the version.
/// </summary>
internal static class ActionName
{
    public static string Of(LookupContract contract, int version) => version == 1 ? Words(contract) : $"{Words(contract)} v{version}";

    /// <summary>The version in a name that <see cref="Of"/> has made; 1 for any other name.</summary>
    public static int VersionIn(LookupContract contract, string name)
    {
        var prefix = Words(contract) + " v";
        return name.StartsWith(prefix, StringComparison.Ordinal)
            && int.TryParse(name.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            && version > 1 ? version : 1;
    }

    /// <summary>The lookup's name in words, each with a capital letter.</summary>
    public static string Words(LookupContract contract) =>
        string.Join(' ', contract.Name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
