using GenesysLambdas.Scaffolding.Generation;
using GenesysLambdas.Scaffolding.NewLookups.Code;

namespace GenesysLambdas.Scaffolding.NewLookups;

/// <summary>The external API of a new lookup: one that other lookups call already, or a new one.</summary>
/// <param name="Contract">Its settings.</param>
/// <param name="Secret">The secret of its stand-in; null: it needs none.</param>
/// <param name="Class">The class that declares it.</param>
/// <param name="IsNew">Whether that class is still to be written.</param>
public sealed record NewApi(ApiContract Contract, string? Secret, string Class, bool IsNew)
{
    private const string Bearer = "bearer";

    /// <param name="name">The prefix of its settings.</param>
    /// <param name="baseUrl">Its address, if the lookup names one; else empty.</param>
    /// <param name="auth">How to authenticate; null: as usual.</param>
    /// <param name="known">The API of that name; null: there is none yet.</param>
    /// <exception cref="ToolException">It is another API than the one of that name.</exception>
    public static NewApi Of(string name, string baseUrl, string? auth, KnownApi? known = null)
    {
        var token = $$"""{"token":"local-{{name.ToLowerInvariant().Replace('_', '-')}}-token"}""";
        if (known is null)
        {
            return new(new ApiContract(name, baseUrl, auth ?? Bearer, RequiresSecret: false), token, ApiSource.ClassOf(name), IsNew: true);
        }

        var contract = known.Contract;
        if ((baseUrl.Length > 0 && baseUrl != contract.BaseUrl) || (auth is not null && auth != contract.Auth))
        {
            throw new ToolException(
                $"{name} is the API of {known.Place}, {(contract.BaseUrl.Length > 0 ? $"at {contract.BaseUrl}, " : "")}with authentication {contract.Auth}. "
                + "Give the path alone and no --auth, or name another API with --api.");
        }

        if (!known.IsCalled && contract.Auth is "basic" or "oauth2")
        {
            throw new ToolException(
                $"{name} has no stand-in yet, and 'new' writes none that takes {contract.Auth}. Remove Auth from {known.Place} for now. "
                + "After 'new', set it again, and change the stand-in.");
        }

        return new(contract, known.IsCalled ? known.Secret : token, known.Class, IsNew: false);
    }

    /// <summary>The file that declares it.</summary>
    public string Source
    {
        get
        {
            string?[] arguments =
            [
                CSharp.Literal(Contract.Name),
                Contract.BaseUrl.Length > 0 ? $"BaseUrl = {CSharp.Literal(Contract.BaseUrl)}" : null,
                Contract.Auth != Bearer ? $"Auth = {CSharp.Literal(Contract.Auth)}" : null,
            ];
            return $"""
                using GenesysLambdas.Contracts;

                namespace GenesysLambdas.Apis;

                [ExternalApi({string.Join(", ", arguments.OfType<string>())})]
                public sealed class {Class};

                """;
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
