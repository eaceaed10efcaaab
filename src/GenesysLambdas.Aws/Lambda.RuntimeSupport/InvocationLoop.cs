using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Event in, answer out, until told to stop. Safe to run several times at once.</summary>
internal sealed class InvocationLoop(
    InvocationHandler handler,
    ILambdaSerializer? serializer,
    RuntimeApiClient runtimeApi,
    FunctionEnvironment environment,
    TimeProvider time)
{
    /// <summary>Returns when <paramref name="stopping"/> is cancelled, and cancels it when no more events can come.</summary>
    public async Task RunAsync(CancellationTokenSource stopping)
    {
        try
        {
            do
            {
                var invocation = await runtimeApi.NextAsync(stopping.Token);
                await AnswerAsync(invocation);
            }
            while (!environment.RunOnce && !stopping.IsCancellationRequested);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Told to stop while waiting for an event.
        }
        catch
        {
            await stopping.CancelAsync();
            throw;
        }
    }

    private async Task AnswerAsync(InvocationEvent invocation)
    {
        // One process-wide variable cannot hold the trace of several invocations.
        if (environment.MaxConcurrency <= 1)
        {
            Environment.SetEnvironmentVariable("_X_AMZN_TRACE_ID", invocation.TraceId);
        }

        using var answer = new MemoryStream();
        try
        {
            await handler(invocation.Event, new LambdaContext(invocation, environment, serializer, time), answer);
        }
#pragma warning disable CA1031 // Whatever the handler throws is its own failure; the loop only reports it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            await Console.Error.WriteLineAsync(e.ToString());
            await runtimeApi.FailAsync(invocation.RequestId, FunctionError.Create(e));
            return;
        }

        await runtimeApi.AnswerAsync(invocation.RequestId, answer.GetBuffer().AsMemory(0, (int)answer.Length));
    }
}
