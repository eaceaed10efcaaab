using System.Text.RegularExpressions;

namespace GenesysLambdas.Scaffolding.Template;

/// <summary>An external API in the template, with one set of parameters, conditions and secret for all its lookups.</summary>
internal sealed partial record TemplateApi(ApiContract Contract, IReadOnlyList<LookupContract> Lookups)
{
    public string Stem { get; } = TemplateNames.Parameter(Contract.Name);

    public bool HasAddressParameter { get; } = !Setting().IsMatch(Contract.BaseUrl);

    public bool HasAuthParameter => HasAddressParameter && !IsOAuth2;

    public bool HasTokenUrlParameter => IsOAuth2 && !Setting().IsMatch(Contract.TokenUrl);

    public IReadOnlyList<string> Settings { get; } =
        [.. Setting().Matches(Contract.BaseUrl + Contract.TokenUrl).Select(match => match.Groups["name"].Value).Distinct()];

    public bool IsOAuth2 => Contract.Auth == "oauth2";

    /// <summary>Whether its address is in the code and anyone may call it. Otherwise, the address is only an example.</summary>
    public bool IsPublic => Contract.BaseUrl.Length > 0 && !NeedsSecret;

    public bool NeedsSecret => Contract.RequiresSecret || IsOAuth2;

    /// <summary>The parameters that must be set for its lookups to be deployed.</summary>
    public IReadOnlyList<string> RequiredParameters =>
        [.. HasAddressParameter ? (string[])[Stem + "BaseUrl"] : [], .. Settings.Select(TemplateNames.Parameter)];

    public static IReadOnlyList<TemplateApi> Of(IReadOnlyList<LookupContract> lookups) =>
        [.. lookups.GroupBy(lookup => lookup.Api.Name).Select(same => new TemplateApi(same.First().Api, [.. same]))];

    public static string Substituted(string address) => Setting().Replace(address, setting => $"${{{TemplateNames.Parameter(setting.Groups["name"].Value)}}}");

    [GeneratedRegex(@"\{(?<name>[A-Z][A-Z0-9_]*)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Setting();
}
