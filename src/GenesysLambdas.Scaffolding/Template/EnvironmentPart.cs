namespace GenesysLambdas.Scaffolding.Template;

/// <summary>A function's environment variables that follow from its lookup.</summary>
internal static class EnvironmentPart
{
    /// <summary>Each with its value as YAML.</summary>
    public static IEnumerable<(string Name, string Value)> Of(LookupContract lookup, TemplateApi api)
    {
        var (contract, name) = (api.Contract, api.Contract.Name);
        yield return ("ANNOTATIONS_HANDLER", Yaml.Text(lookup.Method));
        foreach (var setting in api.Settings)
        {
            yield return (setting, $"!Ref {TemplateNames.Parameter(setting)}");
        }

        yield return ($"{name}_BASE_URL", api.HasAddressParameter ? $"!Ref {api.Stem}BaseUrl" : $"!Sub {TemplateApi.Substituted(contract.BaseUrl)}");
        yield return ($"{name}_SECRET_ID", api.NeedsSecret ? Secret(api) : $"!If [{api.Stem}HasNoSecret, \"\", {Secret(api)}]");
        yield return ($"{name}_AUTH", api.HasAuthParameter ? $"!Ref {api.Stem}Auth" : Yaml.Text(contract.Auth));
        yield return ($"{name}_TIMEOUT_MS", "3000");
        yield return ($"{name}_MAX_ATTEMPTS", $"{lookup.Api.MaxAttempts}");
        yield return ($"{name}_CACHE_SECONDS", "0");
        if (api.IsOAuth2)
        {
            yield return (contract.TokenUrlSetting, api.HasTokenUrlParameter ? $"!Ref {api.Stem}TokenUrl" : $"!Sub {TemplateApi.Substituted(contract.TokenUrl)}");
        }
    }

    /// <summary>The secret, created by the stack or given to it.</summary>
    public static string Secret(TemplateApi api) => $"!If [{api.Stem}SecretIsNew, !Ref {api.Stem}Credentials, !Ref {api.Stem}Secret]";
}
