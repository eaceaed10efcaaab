using Amazon.Lambda.Core;
using GenesysLambdas.Core.Caching;
using GenesysLambdas.Core.ExternalApis;
using GenesysLambdas.Core.Requests;
using GenesysLambdas.Core.Settings;
using GenesysLambdas.Core.Telemetry;

namespace GenesysLambdas;

/// <summary>The base of every lookup: reads the inputs, calls the external API and answers. It always answers before the deadline.</summary>
/// <typeparam name="TOutputs">The outputs record. A new instance contains the empty values.</typeparam>
public abstract class Lookup<TInputs, TOutputs>
    where TInputs : class, IInputs<TInputs>
    where TOutputs : LookupOutputs, new()
{
    private readonly LookupHost _host;
    private readonly LookupContract _contract;
    private readonly ExternalApi _api;
    private readonly Lazy<AnswerCache<TInputs, TOutputs>> _cache;
    private volatile bool _writes;

    /// <summary>Creates the lookup and starts fetching its secret.</summary>
    protected Lookup(LookupHost host, LookupContract contract)
    {
        (_host, _contract, _api) = (host, contract, new ExternalApi(contract, host.Services));
        _cache = new(() => host.CreateCache<TInputs, TOutputs>(_api.CacheTime));
        _api.Prepare();
    }

    /// <summary>The function's settings, from which a lookup reads its own.</summary>
    protected SettingsReader Settings => _host.Settings;

    /// <summary>Answers a request with the result of <see cref="LookUpAsync"/> or with a failure. It does not throw.</summary>
    protected async Task<Answer> AnswerAsync(LookupRequest request, ILambdaContext context)
    {
        using var invocation = _host.Invocations.Begin(_contract.Name, _contract.Inputs, request, context);
        var (outputs, failure, cause) = await RunAsync(request, invocation);
        var answer = new LookupAnswer(request.Dialect, outputs, _host.HttpHeads.Of(request, outputs));
        var cut = answer.Fit();
        if (cut is null)
        {
            failure = Failure.UnusableReply("The external API's reply is too large to pass on", FailureReason.TooLarge) with
            {
                MayHaveRun = invocation.MayHaveRun,
            };
            outputs = OutputsOf(failure);
            answer = new LookupAnswer(request.Dialect, outputs, _host.HttpHeads.Of(request, outputs));
            cut = answer.Fit();
        }

        if (request.Http is not { IsHealthCheck: true })
        {
            await _host.Log.WriteAsync(invocation, new(outputs.AnswerStatus, failure, cause) { CutOutputs = cut ?? [] });
        }

        return answer;
    }

    /// <summary>Performs the lookup.</summary>
    /// <param name="api">The lookup's external API.</param>
    /// <returns>The lookup's own outputs.</returns>
    /// <exception cref="LookupException">The lookup failed.</exception>
    protected abstract Task<TOutputs> LookUpAsync(TInputs inputs, ApiCall api);

    /// <summary>Whether invocations with the same inputs may share one call. Lookups that write never do.</summary>
    protected virtual bool MayShare => true;

    /// <summary>Whether the outputs may be cached for <c>X_CACHE_SECONDS</c>. Return false if nothing was found.</summary>
    protected virtual bool IsFound(TOutputs outputs) => false;

    /// <summary>Overrides the error message for a failure.</summary>
    /// <returns>
    /// One sentence for <c>errorMessage</c>. A <see cref="ErrorCode.ConfigurationError"/> always keeps the failure's own message, which names
    /// the setting.
    /// </returns>
    protected virtual string Explain(Failure failure) =>
        failure.MayHaveRun ? $"{failure.Message}; the request may still have been carried out" : failure.Message;

    /// <summary>The lookup's own outputs for a failure.</summary>
    protected virtual TOutputs Failed(Failure failure) => new();

    private async Task<(LookupOutputs Outputs, Failure? Failure, Exception? Cause)> RunAsync(LookupRequest request, Invocation invocation)
    {
        try
        {
            _host.Invocations.CheckSetting();
            _host.HttpHeads.CheckSetting(request);
            var inputs = request.ReadInputs<TInputs>();
            var outputs = await FindAsync(inputs, invocation).WaitAsync(invocation.Deadline.Token);
            return (outputs.Succeeded(), null, null);
        }
        catch (Exception exception)
        {
            var failure = FailureOf(exception, invocation) with { MayHaveRun = invocation.MayHaveRun };
            // Nobody needs the stack trace of a time-out.
            var isDeadline = exception is OperationCanceledException && failure.Code == ErrorCode.ExternalApiTimeout;
            return (OutputsOf(failure), failure, isDeadline ? new LookupException(failure, exception) : exception);
        }
    }

    private async Task<TOutputs> FindAsync(TInputs inputs, Invocation invocation)
    {
        if (_api.CacheTime > TimeSpan.Zero && MayShare && !_writes)
        {
            try
            {
                return await _cache.Value.GetAsync(inputs, () => LookUpSharedAsync(inputs, invocation), IsFound, invocation.Deadline.Token);
            }
            catch (SharedWriteException)
            {
                // Nothing has been written yet. From now on, each invocation makes its own calls.
                _writes = true;
            }
        }

        return await LookUpAsync(inputs, new ApiCall(_api, invocation));
    }

    private async Task<TOutputs> LookUpSharedAsync(TInputs inputs, Invocation invocation)
    {
        var call = new ApiCall(_api, invocation, isShared: true);
        TOutputs? outputs = null;
        try
        {
            outputs = await LookUpAsync(inputs, call);
        }
        catch (Exception) when (call.RefusedWrite)
        {
            // Reported below, even if the lookup itself caught the exception.
        }

        return call.RefusedWrite ? throw new SharedWriteException() : outputs!;
    }

    private static Failure FailureOf(Exception exception, Invocation invocation) => exception switch
    {
        // Whichever time-out ended the attempt, there is no time for another.
        LookupException { Failure: { Code: ErrorCode.ExternalApiTimeout } failure } when invocation.Deadline.Token.IsCancellationRequested =>
            failure with { Detail = FailureReason.Deadline },
        LookupException known => known.Failure,
        OperationCanceledException when invocation.Deadline.Token.IsCancellationRequested => CalledServer.ExternalApi.Timeout().Failure,
        _ => new Failure(ErrorCode.InternalServerError, "Internal server error"),
    };

    private LookupOutputs OutputsOf(Failure failure)
    {
        try
        {
            var explained = failure with { Message = Explain(failure) };
            return Failed(explained).FailedWith(failure.Code == ErrorCode.ConfigurationError ? failure : explained);
        }
        catch (Exception)
        {
            // A bug in Explain or Failed must not cost the caller the answer.
            return new TOutputs().FailedWith(failure);
        }
    }
}
