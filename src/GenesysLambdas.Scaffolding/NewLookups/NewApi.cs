using GenesysLambdas.Core.ExternalApis;
using GenesysLambdas.Scaffolding.Generation;
using GenesysLambdas.Scaffolding.NewLookups.Code;

namespace GenesysLambdas.Scaffolding.NewLookups;

/// <param name="Place">For messages: a lookup that calls it or, if there is none, the file that declares it.</param>
internal sealed record KnownApi(ApiContract Contract, string Class, string Place, bool IsCalled, string? Secret)
{
    public static KnownApi? Find(SuiteRepository repository, string name, IReadOnlyList<KnownStandIn> standIns)
    {
        var source = ApiSource.Find(repository, name);
        var secret = standIns.FirstOrDefault(standIn => standIn.Api == name && standIn.Secret is not null)?.Secret;
        return repository.Lookups.FirstOrDefault(lookup => lookup.Api.Name == name) is { } lookup
                ? new(lookup.Api, source?.Class ?? ApiSource.ClassOf(name), lookup.Name, IsCalled: true, secret)
            : source is not null ? new(source.Contract, source.Class, source.File, IsCalled: false, secret)
            : null;
    }
}

internal sealed record NewApi(ApiContract Contract, string? Secret, string Class, bool IsNew)
{
    public static NewApi Of(string name, string baseUrl, string? auth, KnownApi? known = null)
    {
        var token = $$"""{"token":"local-{{ApiName.Kebab(name)}}-token"}""";
        if (known is null)
        {
            var fresh = new ApiContract(name, baseUrl, auth ?? ExternalApiAttribute.DefaultAuth, RequiresSecret: false);
            return new(fresh, token, ApiSource.ClassOf(name), IsNew: true);
        }

        var contract = known.Contract;
        if ((baseUrl.Length > 0 && baseUrl != contract.BaseUrl) || (auth is not null && auth != contract.Auth))
        {
            throw new ToolException(
                $"{name} is the API of {known.Place}, {(contract.BaseUrl.Length > 0 ? $"at {contract.BaseUrl}, " : "")}with authentication {contract.Auth}. "
                + "Specify only the path, without --auth, or choose another API with --api.");
        }

        if (!known.IsCalled && contract.Auth is "basic" or "oauth2")
        {
            throw new ToolException(
                $"{name} has no stand-in yet, and 'new' cannot write one for {contract.Auth}. Remove Auth from {known.Place} for now. "
                + "After 'new', restore it, and adapt the stand-in.");
        }

        return new(contract, known.IsCalled ? known.Secret : token, known.Class, IsNew: false);
    }

    public static void CheckAuth(string? auth)
    {
        if (auth?.Split(':', 2) is ["header", var header] && TokenPlace.IsReserved(header))
        {
            throw new ToolException($"The token cannot be in the header {header}: it must be {TokenPlace.UsableHeader}.");
        }

        if (auth is not (null or ExternalApiAttribute.DefaultAuth)
            && !(auth.Split(':', 2) is ["header" or "query", { Length: > 0 } name] && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')))
        {
            throw new ToolException(
                $"'{auth}' is not supported by 'new'. Use bearer, header:<name> or query:<name>. "
                + "For basic or oauth2, edit the [ExternalApi] attribute of the generated class.");
        }
    }

    public string Code(string project)
    {
        string?[] arguments =
        [
            CSharp.Literal(Contract.Name),
            Contract.BaseUrl.Length > 0 ? $"BaseUrl = {CSharp.Literal(Contract.BaseUrl)}" : null,
            Contract.Auth != ExternalApiAttribute.DefaultAuth ? $"Auth = {CSharp.Literal(Contract.Auth)}" : null,
        ];
        return $"""
            using GenesysLambdas.Core.Contracts;

            namespace {SuiteProjects.NamespaceOf(project)}.Apis;

            [ExternalApi({string.Join(", ", arguments.OfType<string>())})]
            public sealed class {Class};

            """;
    }

    public string TokenCheck => Contract.Auth.Split(':', 2) switch
    {
        ["header", var header] => $"token.IsRight(context.Request.Headers[{CSharp.Literal(header)}])",
        ["query", var parameter] => $"token.IsRight(context.Request.Query[{CSharp.Literal(parameter)}])",
        _ => "token.IsBearerOf(context.Request)",
    };

    public string TokenInWords => Contract.Auth.Split(':', 2) switch
    {
        ["header", var header] => $"a token in the header {header}",
        ["query", var parameter] => $"a token in the query parameter {parameter}",
        _ => "a bearer token",
    };
}
