namespace GenesysLambdas.Scaffolding.Template;

internal static class ParameterParts
{
    private const string BaseUrl = @"^(https://[A-Za-z0-9._~:/@!$&'()*+,;=%\[\]-]+)?$";
    private const string Auth = "^(bearer|basic|header:[A-Za-z0-9._-]+|query:[A-Za-z0-9._-]+)$";
    private const string Secret = "^(create|none|arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:.+-[A-Za-z0-9]{6})$";
    private const string RequiredSecret = "^(create|arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:.+-[A-Za-z0-9]{6})$";

    private const string BaseUrlConstraint = "an https address without a query, with every special character escaped, or empty.";
    private const string RequiredSecretDescription = "\"create: creates an empty secret for you to fill. Or the full ARN of an existing secret.\"";
    private const string SecretDescription =
        "\"create: creates an empty secret for you to fill. none: the API needs no credentials. Or the full ARN of an existing secret.\"";

    public static string Groups(TemplateLookups template) => string.Concat(
        from api in template.Apis
        let parameters = Of(api).Select(parameter => parameter.Name).Where(name => !template.ByHand.Groups(name)).ToList()
        where parameters.Count > 0
        select $$$"""
                  - Label: {default: {{{Names(api)}}}}
                    Parameters: [{{{string.Join(", ", parameters)}}}]

            """);

    public static string Parameters(TemplateLookups template)
    {
        var anchors = new Anchors();
        var apis = from api in template.Apis
                   let parameters = Of(api).Where(parameter => !template.ByHand.Has(parameter.Name)).ToList()
                   where parameters.Count > 0
                   select string.Concat(parameters.Select(parameter => $"  {parameter.Name}:\n{parameter.Write(anchors)}"));
        return string.Join('\n', apis);
    }

    private static IEnumerable<(string Name, Func<Anchors, string> Write)> Of(TemplateApi api)
    {
        if (api.HasAddressParameter)
        {
            yield return (api.Stem + "BaseUrl", anchors => Address($"Address of {AddressOf(api)}", "", anchors));
        }

        if (api.HasTokenUrlParameter)
        {
            yield return (api.Stem + "TokenUrl", anchors => Address($"OAuth2 token endpoint for {Names(api)}.", api.Contract.TokenUrl, anchors));
        }

        yield return (api.Stem + "Secret", api.NeedsSecret ? Required : anchors => Optional(api.IsPublic, anchors));
        if (api.HasAuthParameter)
        {
            yield return (api.Stem + "Auth", anchors => Authentication(api, anchors));
        }

        foreach (var lookup in api.Lookups)
        {
            yield return (HttpParts.Parameter(lookup), anchors => Http(lookup, anchors));
        }
    }

    private static string AddressOf(TemplateApi api)
    {
        var example = api.Contract.BaseUrl.Length > 0 && !api.IsPublic ? $", such as {api.Contract.BaseUrl}" : "";
        return $"{Names(api)}'s API{example}. If empty, {Names(api)} {(api.Lookups.Count == 1 ? "is" : "are")} not deployed.";
    }

    private static string Names(TemplateApi api) => string.Join(" and ", api.Lookups.Select(lookup => lookup.Name).Order(StringComparer.Ordinal));

    private static string Address(string description, string fallback, Anchors anchors) => $$"""
            Type: String
            Description: {{Yaml.Text(description)}}
            Default: {{Yaml.Text(fallback)}}
            AllowedPattern: {{anchors.Use("BaseUrl", BaseUrl)}}
            ConstraintDescription: {{anchors.Use("BaseUrlConstraint", BaseUrlConstraint)}}

        """;

    private static string Optional(bool isPublic, Anchors anchors) => $$"""
            Type: String
            Description: {{anchors.Use("SecretDescription", SecretDescription)}}
            Default: {{(isPublic ? "none" : "create")}}
            AllowedPattern: {{anchors.Use("Secret", Secret)}}
            ConstraintDescription: {{anchors.Use("SecretConstraint", "create, none, or a secret's ARN including its last six characters.")}}

        """;

    private static string Required(Anchors anchors) => $$"""
            Type: String
            Description: {{anchors.Use("RequiredSecretDescription", RequiredSecretDescription)}}
            Default: create
            AllowedPattern: {{anchors.Use("RequiredSecret", RequiredSecret)}}
            ConstraintDescription: {{anchors.Use("RequiredSecretConstraint", "create, or a secret's ARN including its last six characters.")}}

        """;

    private static string Http(LookupContract lookup, Anchors anchors) => $$"""
            Type: String
            Description: Whether {{lookup.Name}} can be called over HTTP, if HttpAccess is set.
            Default: "{{(lookup.HttpByDefault ? "true" : "false")}}"
            AllowedValues: {{anchors.Use("Boolean", "[\"true\", \"false\"]")}}

        """;

    private static string Authentication(TemplateApi api, Anchors anchors) => $$"""
            Type: String
            Description: {{anchors.Use("AuthDescription", "How the secret is sent to the API - bearer, basic, header:<name> or query:<name>.")}}
            Default: {{Yaml.Text(api.Contract.Auth)}}
            AllowedPattern: {{anchors.Use("Auth", Auth)}}
            ConstraintDescription: {{anchors.Use("AuthConstraint", "bearer, basic, header:<name> or query:<name>.")}}

        """;
}
