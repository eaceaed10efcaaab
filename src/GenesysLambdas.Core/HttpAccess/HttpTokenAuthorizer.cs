using Amazon.Lambda.Core;
using GenesysLambdas.Core.Caching;
using GenesysLambdas.Core.ExternalApis;
using GenesysLambdas.Core.Requests;
using GenesysLambdas.Core.Settings;
using GenesysLambdas.Core.Telemetry;

namespace GenesysLambdas.Core.HttpAccess;

/// <summary>Decides for an HTTP API whether a request is allowed. It needs a valid token; if in doubt, it is refused.</summary>
public sealed class HttpTokenAuthorizer
{
    private readonly LookupHost _host;
    private readonly Lazy<ICachedValue<HttpTokens>> _tokens;
    private readonly Lazy<string> _header;

    /// <summary>Creates the authorizer and starts fetching its secret.</summary>
    public HttpTokenAuthorizer(LookupHost host)
    {
        _host = host;
        _tokens = new(() => HttpTokens.CreateCache(host.Services));
        _header = new(() => Header(host.Settings));
        Prepare();
    }

    /// <summary>Decides before the deadline. It does not throw.</summary>
    public async Task<Answer> AnswerAsync(LookupRequest request, ILambdaContext context)
    {
        using var invocation = _host.Invocations.Begin(HttpAccessSettings.AuthorizerName, [], request, context);
        var report = await DecideAsync(request, invocation);
        await _host.Log.WriteAsync(invocation, report);
        return new HttpAuthorization(report.Status.Outcome == Outcome.Success);
    }

    private async Task<InvocationReport> DecideAsync(LookupRequest request, Invocation invocation)
    {
        try
        {
            _host.Invocations.CheckSetting();
            var (token, problem) = HttpToken.Read(request.Http, _header.Value);
            return token is null ? Refused(problem)
                : await IsValidAsync(token, invocation) ? new(new(Outcome.Success, 200, "")) { Message = "Request allowed" }
                : Refused("the token is invalid");
        }
        catch (Exception exception)
        {
            return Failed(exception, invocation);
        }
    }

    private async Task<bool> IsValidAsync(string token, Invocation invocation)
    {
        using var measured = invocation.Measure(Phase.Secret);
        var deadline = invocation.Deadline.Token;
        var cached = await _tokens.Value.GetAsync(deadline);
        if (cached.Accept(token))
        {
            return true;
        }

        // A token that is newer than the cached ones is valid too.
        var newest = cached.AreNone ? cached : await _tokens.Value.ReplaceAsync(cached, deadline) ?? cached;
        return newest.Accept(token) || (newest.Problem is { } problem ? throw problem : false);
    }

    private static InvocationReport Refused(string problem) => new(new(Outcome.Rejected, 403, "Forbidden")) { Message = $"Request refused: {problem}" };

    private static InvocationReport Failed(Exception exception, Invocation invocation)
    {
        var failure = exception switch
        {
            LookupException e => e.Failure,
            OperationCanceledException when invocation.Deadline.Token.IsCancellationRequested =>
                new(ErrorCode.ExternalApiTimeout, "Secrets Manager did not reply in time") { Reason = FailureReason.Deadline },
            _ => new(ErrorCode.InternalServerError, "Internal server error"),
        };
        var (status, name) = failure.Code.ToOutputs();
        return new(new(Outcome.Failed, status, name), failure, exception) { Message = $"Request refused: {failure.Message}" };
    }

    private void Prepare()
    {
        try
        {
            _tokens.Value.Prefetch();
        }
        catch (LookupException)
        {
            // Thrown again and logged when the first event is answered.
        }
    }

    private static string Header(SettingsReader settings) =>
        settings.Text(HttpAccessSettings.TokenHeader) is var name && !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            ? throw SettingsReader.Malformed(HttpAccessSettings.TokenHeader.Name, "the name of a header")
            // API Gateway and callers set these themselves, so a token in one would never arrive.
            : TokenPlace.IsReserved(name) ? throw SettingsReader.Malformed(HttpAccessSettings.TokenHeader.Name, TokenPlace.UsableHeader)
            : name;
}

/// <summary>
/// The simple response of an authorizer (docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html). It has no
/// context, since that goes to access logs.
/// </summary>
internal sealed class HttpAuthorization(bool isAuthorized) : Answer
{
    public override void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("isAuthorized"u8, isAuthorized);
        writer.WriteEndObject();
    }
}
