using GenesysLambdas.Core.ExternalApis;
using GenesysLambdas.Scaffolding.Generation;
using GenesysLambdas.Scaffolding.NewLookups.Code;

namespace GenesysLambdas.Scaffolding.NewLookups;

/// <summary>An external API that the code declares already.</summary>
/// <param name="Place">A lookup that calls it or, if there is none, the file that declares it.</param>
/// <param name="IsCalled">Whether a lookup calls it.</param>
/// <param name="Secret">The secret of its stand-in; null: it needs none.</param>
internal sealed record KnownApi(ApiContract Contract, string Class, string Place, bool IsCalled, string? Secret)
{
    /// <returns>Null if there is no API of that name.</returns>
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

/// <summary>The external API of a new lookup: one that other lookups call already, or a new one.</summary>
/// <param name="Secret">The secret of its stand-in; null: it needs none.</param>
/// <param name="Class">The class that declares it.</param>
/// <param name="IsNew">Whether that class is still to be written.</param>
internal sealed record NewApi(ApiContract Contract, string? Secret, string Class, bool IsNew)
{
    private const string Bearer = "bearer";

    /// <param name="name">The prefix of its settings.</param>
    /// <param name="baseUrl">Its address, if the lookup names one; else empty.</param>
    /// <param name="auth">How to authenticate; null: as usual.</param>
    /// <param name="known">The API of that name; null: there is none yet.</param>
    /// <exception cref="ToolException">It is another API than the one of that name.</exception>
    public static NewApi Of(string name, string baseUrl, string? auth, KnownApi? known = null)
    {
        var token = $$"""{"token":"local-{{ApiName.Kebab(name)}}-token"}""";
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

    /// <summary>Checks what was typed for <c>Auth</c>; null: as usual.</summary>
    /// <exception cref="ToolException">It is something else, or a header that HTTP needs.</exception>
    public static void CheckAuth(string? auth)
    {
        if (auth?.Split(':', 2) is ["header", var header] && TokenPlace.IsReserved(header))
        {
            throw new ToolException($"The token cannot be in the header {header}: it must be {TokenPlace.UsableHeader}.");
        }

        if (auth is not (null or Bearer)
            && !(auth.Split(':', 2) is ["header" or "query", { Length: > 0 } name] && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')))
        {
            throw new ToolException(
                $"'{auth}' is not one of bearer, header:<name> and query:<name>. "
                + "Basic authentication and OAuth2 are set in the [ExternalApi] attribute of the class that comes out.");
        }
    }

    /// <summary>The C# of the class that declares it.</summary>
    /// <param name="project">The folder of the functions' project.</param>
    public string Code(string project)
    {
        string?[] arguments =
        [
            CSharp.Literal(Contract.Name),
            Contract.BaseUrl.Length > 0 ? $"BaseUrl = {CSharp.Literal(Contract.BaseUrl)}" : null,
            Contract.Auth != Bearer ? $"Auth = {CSharp.Literal(Contract.Auth)}" : null,
        ];
        return $"""
            using GenesysLambdas.Core.Contracts;

            namespace {SuiteProjects.NamespaceOf(project)}.Apis;

            [ExternalApi({string.Join(", ", arguments.OfType<string>())})]
            public sealed class {Class};

            """;
    }

    /// <summary>How a stand-in sees that a request has the right token.</summary>
    public string TokenCheck => Contract.Auth.Split(':', 2) switch
    {
        ["header", var header] => $"token.IsRight(context.Request.Headers[{CSharp.Literal(header)}])",
        ["query", var parameter] => $"token.IsRight(context.Request.Query[{CSharp.Literal(parameter)}])",
        _ => "token.IsBearerOf(context.Request)",
    };

    /// <summary>The same, for people.</summary>
    public string TokenInWords => Contract.Auth.Split(':', 2) switch
    {
        ["header", var header] => $"a token in the header {header}",
        ["query", var parameter] => $"a token in the query's {parameter}",
        _ => "a bearer token",
    };
}
