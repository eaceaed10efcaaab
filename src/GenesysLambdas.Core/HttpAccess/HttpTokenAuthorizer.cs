using Amazon.Lambda.Core;
using GenesysLambdas.Answers;
using GenesysLambdas.Caching;
using GenesysLambdas.ExternalApis;
using GenesysLambdas.Requests;
using GenesysLambdas.Settings;
using GenesysLambdas.Telemetry;

namespace GenesysLambdas.HttpAccess;

/// <summary>Decides for an HTTP API whether a request may pass: only with the right token, and never when in doubt.</summary>
public sealed class HttpTokenAuthorizer
{
    private const string HeaderSetting = "HTTP_TOKEN_HEADER";

    private readonly LookupHost _host;
    private readonly Lazy<CachedValue<HttpTokens>> _tokens;
    private readonly Lazy<string> _header;

    /// <summary>Creates the authorizer, and begins to fetch its secret.</summary>
    /// <param name="host">What it runs on.</param>
    public HttpTokenAuthorizer(LookupHost host)
    {
        ArgumentNullException.ThrowIfNull(host);
        _host = host;
        _tokens = new(host.CreateTokenCache);
        _header = new(() => Header(host.Settings));
        Prepare();
    }

    /// <summary>Decides. It does not throw, and answers in time.</summary>
    /// <param name="request">The event.</param>
    /// <param name="context">Lambda's context.</param>
    public async Task<Answer> AnswerAsync(LookupRequest request, ILambdaContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(context);
        using var invocation = _host.Begin("http-authorizer", [], request, context);
        var isAuthorized = await DecideAsync(request, invocation);
        return new HttpAuthorization(isAuthorized);
    }

    private async Task<bool> DecideAsync(LookupRequest request, Invocation invocation)
    {
        try
        {
            _host.CheckSettings();
            var (token, problem) = HttpToken.Read(request.Http, _header.Value);
            if (token is null)
            {
                return await RefuseAsync(invocation, problem);
            }

            return await IsRightAsync(token, invocation) ? await AdmitAsync(invocation) : await RefuseAsync(invocation, "the token is wrong");
        }
        catch (LookupException e)
        {
            return await CloseAsync(invocation, e.Failure, e);
        }
        catch (OperationCanceledException e) when (invocation.Deadline.Token.IsCancellationRequested)
        {
            return await CloseAsync(invocation, new Failure(ErrorCode.ExternalApiTimeout, "Secrets Manager did not answer in time") { Reason = FailureReason.Deadline }, e);
        }
        catch (Exception e)
        {
            return await CloseAsync(invocation, new Failure(ErrorCode.InternalServerError, "Internal server error"), e);
        }
    }

    private async Task<bool> IsRightAsync(string token, Invocation invocation)
    {
        using var measured = invocation.Measure(Phase.Secret);
        var deadline = invocation.Deadline.Token;
        var kept = await _tokens.Value.GetAsync(deadline);
        if (kept.Accept(token))
        {
            return true;
        }

        // A token that is newer than the kept ones is right, too.
        var newest = kept.AreNone ? kept : await _tokens.Value.ReplaceAsync(kept, deadline) ?? kept;
        return newest.Accept(token) || (newest.Problem is { } problem ? throw problem : false);
    }

    private async Task<bool> AdmitAsync(Invocation invocation)
    {
        await _host.Log.WriteAsync(invocation, new(Outcome.Success, 200, ""), failure: null, cause: null, "The request may pass");
        return true;
    }

    private async Task<bool> RefuseAsync(Invocation invocation, string problem)
    {
        await _host.Log.WriteAsync(invocation, new(Outcome.Rejected, 403, "Forbidden"), failure: null, cause: null, $"The request is refused: {problem}");
        return false;
    }

    private async Task<bool> CloseAsync(Invocation invocation, Failure failure, Exception cause)
    {
        var (status, name) = failure.Code.ToOutputs();
        await _host.Log.WriteAsync(invocation, new(Outcome.Failure, status, name), failure, cause, $"The request is refused: {failure.Message}");
        return false;
    }

    private void Prepare()
    {
        try
        {
            _ = _tokens.Value.GetAsync(CancellationToken.None).ContinueWith(
                fetching => _ = fetching.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        }
        catch (LookupException)
        {
            // Thrown again by the first event, and logged there.
        }
    }

    private static string Header(SettingsReader settings) =>
        settings.Text(HeaderSetting, HttpToken.Authorization) is var name && !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            ? throw SettingsReader.Malformed(HeaderSetting, "the name of a header")
            // API Gateway and callers set these themselves, so no token could ever arrive.
            : TokenPlace.IsReserved(name) ? throw SettingsReader.Malformed(HeaderSetting, TokenPlace.UsableHeader)
            : name;
}
