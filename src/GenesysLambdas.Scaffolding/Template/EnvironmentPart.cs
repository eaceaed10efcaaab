namespace GenesysLambdas.Scaffolding.Template;

internal static class EnvironmentPart
{
    public static string Shared(TemplateLookups template) => string.Concat(
        from setting in HostSettings.All
        where !template.ByHand.HasVariable(setting.Name)
        select $"        {setting.Name}: {ValueOf(setting, template.ByHand)}\n");

    public static IEnumerable<(string Name, string Value)> Of(LookupContract lookup, TemplateApi api, HandWritten byHand)
    {
        var (contract, settings) = (api.Contract, api.Contract.Settings);
        yield return (HostSettings.Handler, Yaml.Text(lookup.Method));
        foreach (var setting in api.Settings)
        {
            yield return (setting, $"!Ref {TemplateNames.Parameter(setting)}");
        }

        yield return (settings.BaseUrl.Name, api.HasAddressParameter ? $"!Ref {api.Stem}BaseUrl" : $"!Sub {TemplateApi.Substituted(contract.BaseUrl)}");
        yield return (settings.SecretId.Name, api.NeedsSecret ? Secret(api) : $"!If [{api.Stem}HasNoSecret, \"\", {Secret(api)}]");
        yield return (settings.Auth.Name, api.HasAuthParameter ? $"!Ref {api.Stem}Auth" : Yaml.Text(contract.Auth));
        yield return (settings.Timeout.Name, settings.Timeout.DefaultText);
        yield return (settings.MaxAttempts.Name, $"{lookup.MaxAttempts}");
        yield return (settings.CacheSeconds.Name, settings.CacheSeconds.DefaultText);
        if (api.IsOAuth2)
        {
            yield return (settings.TokenUrl.Name, api.HasTokenUrlParameter ? $"!Ref {api.Stem}TokenUrl" : $"!Sub {TemplateApi.Substituted(contract.TokenUrl)}");
        }

        foreach (var setting in contract.OwnSettings.Concat(lookup.OwnSettings).Where(setting => !api.Settings.Contains(setting.Name)))
        {
            yield return (setting.Name, ValueOf(setting, byHand));
        }
    }

    public static string Secret(TemplateApi api) => $"!If [{api.Stem}SecretIsNew, !Ref {api.Stem}Credentials, !Ref {api.Stem}Secret]";

    // A hand-written parameter sets the value at deployment.
    private static string ValueOf(Setting setting, HandWritten byHand)
    {
        var parameter = TemplateNames.Parameter(setting.Name);
        return byHand.Has(parameter) ? $"!Ref {parameter}"
            : setting is IntegerSetting ? setting.DefaultText
            : Yaml.Text(setting.Default);
    }
}
