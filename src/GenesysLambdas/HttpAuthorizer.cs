using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using GenesysLambdas.Core.Answers;
using GenesysLambdas.Core.HttpAccess;
using GenesysLambdas.Core.Requests;

namespace GenesysLambdas;

/// <summary>The authorizer of the HTTP API in front of the lookups, where that is closed by a token.</summary>
public sealed class HttpAuthorizer(LookupHost host)
{
    private readonly HttpTokenAuthorizer _authorizer = new(host);

    /// <summary>Decides whether a request may pass.</summary>
    /// <param name="request">The event.</param>
    /// <param name="context">Lambda's context.</param>
    [LambdaFunction(ResourceName = "HttpAuthorizerFunction")]
    public Task<Answer> AuthorizeHttp(LookupRequest request, ILambdaContext context) => _authorizer.AnswerAsync(request, context);
}
