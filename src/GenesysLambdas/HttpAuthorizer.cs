using GenesysLambdas.Core.HttpAccess;

namespace GenesysLambdas;

/// <summary>The authorizer of the HTTP API, if it requires a token.</summary>
public sealed class HttpAuthorizer(LookupHost host)
{
    private readonly HttpTokenAuthorizer _authorizer = new(host);

    [LambdaFunction(ResourceName = "HttpAuthorizerFunction")]
    public Task<Answer> AuthorizeHttp(LookupRequest request, ILambdaContext context) => _authorizer.AnswerAsync(request, context);
}
