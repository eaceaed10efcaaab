using GenesysLambdas.Core.ExternalApis;

namespace GenesysLambdas.Scaffolding.Generation;

internal static class SettingsTables
{
    private const string DefaultAuth = $"`{ExternalApiAttribute.DefaultAuth}`";
    private const string Columns = " | meaning | default |\n|---|---|---|\n";

    public static string Update(string text, IReadOnlyList<LookupContract> lookups)
    {
        var apis = lookups.Select(lookup => lookup.Api).DistinctBy(api => api.Name).OrderBy(api => api.Name, StringComparer.Ordinal).ToList();
        var own = apis.SelectMany(api => api.OwnSettings).Concat(lookups.SelectMany(lookup => lookup.OwnSettings)).DistinctBy(setting => setting.Name);
        IEnumerable<Setting> functions = [.. OfAnyApi(apis, lookups), .. HostSettings.All, .. own];
        return With(With(text, "the settings", "| variable", functions), "the authorizer's settings", "| authorizer's variable", HttpAccessSettings.All);
    }

    private static string With(string text, string what, string firstColumn, IEnumerable<Setting> settings) =>
        MarkdownTable.Update($"{CommittedFiles.SettingsFile}: the table of {what}", text, firstColumn + Columns, _ => settings.Select(Row));

    /// <summary>The settings of any API, written as X, with each API's defaults.</summary>
    private static IEnumerable<Setting> OfAnyApi(IReadOnlyList<ApiContract> apis, IReadOnlyList<LookupContract> lookups)
    {
        var settings = new ExternalApiSettings("X");
        var renamed = string.Concat(
            apis.Where(api => api.TokenUrlSetting is not null).Select(api => $"; for `{api.Name}` it is called `{api.TokenUrlSetting}`"));
        return settings.All.Select(setting =>
            setting == settings.BaseUrl ? setting with { Unset = Defaults(api => api.BaseUrl, "", "none") }
            : setting == settings.Auth ? setting with { Unset = Defaults(api => $"`{api.Auth}`", DefaultAuth, DefaultAuth) }
            : setting == settings.TokenUrl ? setting with { Meaning = setting.Meaning + renamed, Unset = Defaults(api => api.TokenUrl, "", "none") }
            : setting == settings.MaxAttempts ? setting with { Unset = setting.Unset + Attempts() }
            : setting);

        string Defaults(Func<ApiContract, string> value, string usual, string others) => string.Join(
            "; ", apis.Where(api => value(api) != usual).Select(api => $"`{api.Name}`: {value(api)}").Append($"others: {others}"));

        string Attempts() => string.Concat(
            lookups.Where(lookup => lookup.MaxAttempts != LookupContract.DefaultMaxAttempts).Select(lookup => $"; `{lookup.Name}`: {lookup.MaxAttempts}"));
    }

    private static string Row(Setting setting)
    {
        var range = setting is IntegerSetting number ? $"{number.Minimum} to {number.Maximum}" : "";
        var meaning = setting.Meaning
            .Replace("{range}", range, StringComparison.Ordinal)
            .Replace("{connect timeout}", $"{ExternalApiSettings.ConnectTimeout}", StringComparison.Ordinal)
            .Replace("{reserved headers}", string.Join(", ", TokenPlace.ReservedHeaders.Select(header => $"`{header}`")), StringComparison.Ordinal)
            .Replace("{reserved prefixes}", string.Join(" or ", TokenPlace.ReservedPrefixes.Select(prefix => $"`{prefix}`")), StringComparison.Ordinal);
        return $"| `{setting.Name}` | {meaning} | {setting.Unset} |\n";
    }
}
