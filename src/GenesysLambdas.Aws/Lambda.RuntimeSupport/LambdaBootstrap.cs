using System.Runtime.InteropServices;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Bootstrap;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Runs a handler: asks the Lambda runtime API for events, one after the other, and returns the answers.</summary>
public class LambdaBootstrap : IDisposable
{
    private readonly InvocationHandler handler;
    private readonly ILambdaSerializer? serializer;
    private readonly LambdaBootstrapInitializer? initializer;
    private readonly HttpClient? ownedHttpClient;
    private readonly RuntimeApiClient runtimeApi;

    internal LambdaBootstrap(
        InvocationHandler handler,
        ILambdaSerializer? serializer,
        LambdaBootstrapInitializer? initializer,
        HttpClient? httpClient,
        LambdaBootstrapOptions options)
    {
        (this.handler, this.serializer, this.initializer) = (handler, serializer, initializer);
        ownedHttpClient = httpClient is null ? RuntimeApiClient.CreateHttpClient() : null;
        runtimeApi = new RuntimeApiClient(httpClient ?? ownedHttpClient!, options.RuntimeApiEndpoint);
    }

    /// <summary>
    /// Answers events until told to stop: by <paramref name="cancellationToken"/>, by SIGTERM, or after one event with
    /// <c>AWS_LAMBDA_DOTNET_DEBUG_RUN_ONCE=true</c>. The current event is still answered.
    /// </summary>
    /// <exception cref="Exception">The runtime API is gone, or tells the process to end.</exception>
    /// <exception cref="InvalidOperationException">The bootstrap handler returned false.</exception>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        await InitializeAsync();

        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var environment = FunctionEnvironment.Read();
        var loop = new InvocationLoop(handler, serializer, runtimeApi, environment, TimeProvider.System);
        var running = environment.MaxConcurrency > 1 && !environment.RunOnce
            ? Task.WhenAll(Enumerable.Range(0, environment.MaxConcurrency).Select(_ => Task.Run(() => loop.RunAsync(stopping))))
            : loop.RunAsync(stopping);

        // Registered while the first event is on its way, which need not wait for this.
        using var termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
        {
            signal.Cancel = true;
            stopping.Cancel();
        });
        await running;
    }

    /// <summary>Closes the connection to the runtime API.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the connection to the runtime API.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            ownedHttpClient?.Dispose();
        }
    }

    private async Task InitializeAsync()
    {
        try
        {
            if (initializer is not null && !await initializer())
            {
                throw new InvalidOperationException("The function cannot start: its bootstrap handler returned false.");
            }
        }
        catch (Exception e)
        {
            await runtimeApi.FailInitializationAsync(e);
            throw;
        }
    }
}
