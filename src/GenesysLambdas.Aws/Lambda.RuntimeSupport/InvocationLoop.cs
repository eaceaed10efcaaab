using System.Text;
using Amazon.Lambda.Core;
using GenesysLambdas.Core.Telemetry;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Any handler: reads the event, writes the answer.</summary>
internal delegate Task InvocationHandler(MemoryStream request, ILambdaContext context, MemoryStream answer);

/// <summary>Event in, answer out, until cancelled. Safe to run several times at once.</summary>
internal sealed class InvocationLoop(
    InvocationHandler handler,
    ILambdaSerializer? serializer,
    RuntimeApiClient runtimeApi,
    FunctionEnvironment environment,
    TimeProvider time)
{
    private readonly LogOutput _output = new(LogOutput.Open(Console.OpenStandardOutput));
    private readonly LogOutput _errors = new(LogOutput.Open(Console.OpenStandardError));

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            do
            {
                await AnswerAsync(await runtimeApi.NextAsync(cancellationToken));
            }
            while (!environment.RunOnce && !cancellationToken.IsCancellationRequested);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Told to stop while waiting for an event.
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
            await handler(invocation.Event, new LambdaContext(invocation, environment, serializer, time, _output), answer);
        }
#pragma warning disable CA1031 // Whatever the handler throws is its own failure; the loop only reports it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            await _errors.WriteAsync(Encoding.UTF8.GetBytes(exception + Environment.NewLine));
            await runtimeApi.FailAsync(invocation.RequestId, exception);
            return;
        }

        await runtimeApi.AnswerAsync(invocation.RequestId, answer.GetBuffer().AsMemory(0, (int)answer.Length));
    }
}
