using GenesysLambdas.Scaffolding.NewLookups.Code;

namespace GenesysLambdas.Scaffolding.NewLookups;

/// <summary>The external API of a new lookup: one that other lookups call already, or a new one.</summary>
/// <param name="Contract">Its settings.</param>
/// <param name="Secret">The secret of its stand-in; null: it needs none.</param>
public sealed record NewApi(ApiContract Contract, string? Secret)
{
    private const string Bearer = "bearer";

    // Its contract is a class of constants, GenesysCloud, which all of its lookups name.
    private const string GenesysApi = "GENESYS_API";

    /// <param name="name">The prefix of its settings.</param>
    /// <param name="baseUrl">Its address, if the lookup names one; else empty.</param>
    /// <param name="auth">How to authenticate; null: as usual.</param>
    /// <param name="lookups">The lookups that there are.</param>
    /// <param name="standIns">The stand-ins that there are.</param>
    /// <exception cref="ToolException">It is another API than the one of that name.</exception>
    public static NewApi Of(string name, string baseUrl, string? auth, IReadOnlyList<LookupContract> lookups, IReadOnlyList<KnownStandIn> standIns)
    {
        if (lookups.FirstOrDefault(lookup => lookup.Api.Name == name) is not { Api: var known } other)
        {
            var kebab = name.ToLowerInvariant().Replace('_', '-');
            return new(new ApiContract(name, baseUrl, auth ?? Bearer, RequiresSecret: false), $$"""{"token":"local-{{kebab}}-token"}""");
        }

        if ((baseUrl.Length > 0 && baseUrl != known.BaseUrl) || (auth is not null && auth != known.Auth))
        {
            throw new ToolException($"{name} is the API of {other.Name}, {(known.BaseUrl.Length > 0 ? $"at {known.BaseUrl}, " : "")}with authentication {known.Auth}. Give the path alone and no --auth, or name another API with --api.");
        }

        return new(known with { MaxAttempts = ApiContract.DefaultMaxAttempts }, standIns.FirstOrDefault(standIn => standIn.Api == name && standIn.Secret is not null)?.Secret);
    }

    /// <summary>The arguments of the <c>[Lookup]</c> attribute.</summary>
    public string Arguments
    {
        get
        {
            if (Contract.Name == GenesysApi)
            {
                return """
                    Api = GenesysCloud.Api, BaseUrl = GenesysCloud.BaseUrl, Auth = GenesysCloud.Auth,
                        TokenUrl = GenesysCloud.TokenUrl, TokenUrlSetting = GenesysCloud.TokenUrlSetting
                    """;
            }

            string?[] arguments =
            [
                $"Api = {CSharp.Literal(Contract.Name)}",
                Contract.BaseUrl.Length > 0 ? $"BaseUrl = {CSharp.Literal(Contract.BaseUrl)}" : null,
                Contract.Auth != Bearer ? $"Auth = {CSharp.Literal(Contract.Auth)}" : null,
                Contract.TokenUrl.Length > 0 ? $"TokenUrl = {CSharp.Literal(Contract.TokenUrl)}" : null,
                Contract.TokenUrlSetting != $"{Contract.Name}_TOKEN_URL" ? $"TokenUrlSetting = {CSharp.Literal(Contract.TokenUrlSetting)}" : null,
                Contract.RequiresSecret ? "RequiresSecret = true" : null,
            ];
            return string.Join(", ", arguments.OfType<string>());
        }
    }

    /// <summary>How a stand-in sees that a request has the right token.</summary>
    public string TokenCheck => Contract.Auth.Split(':', 2) switch
    {
        ["header", var header] => $"token.IsRight(context.Request.Headers[{CSharp.Literal(header)}])",
        ["query", var parameter] => $"token.IsRight(context.Request.Query[{CSharp.Literal(parameter)}])",
        _ => "token.IsBearerOf(context.Request)",
    };

    /// <summary>The same, for people.</summary>
    public string TokenPlace => Contract.Auth.Split(':', 2) switch
    {
        ["header", var header] => $"a token in the header {header}",
        ["query", var parameter] => $"a token in the query's {parameter}",
        _ => "a bearer token",
    };
}
