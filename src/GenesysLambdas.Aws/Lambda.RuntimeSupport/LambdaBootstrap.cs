using System.Text;
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
        ownedHttpClient = httpClient is null ? ConstructHttpClient() : null;
        runtimeApi = new RuntimeApiClient(httpClient ?? ownedHttpClient!, options.RuntimeApiEndpoint);
    }

    /// <summary>A client for the runtime API, without a timeout, since the next event may be hours away.</summary>
    public static HttpClient ConstructHttpClient()
    {
        var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false, ActivityHeadersPropagator = null, ResponseHeaderEncodingSelector = static (_, _) => Encoding.UTF8 })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", $"aws-lambda-dotnet-lean/{Environment.Version}");
        return http;
    }

    /// <summary>
    /// Answers events until told to stop: by <paramref name="cancellationToken"/>, or after one event with
    /// <c>AWS_LAMBDA_DOTNET_DEBUG_RUN_ONCE=true</c>. The current event is still answered.
    /// </summary>
    /// <exception cref="HttpRequestException">The runtime API failed.</exception>
    /// <exception cref="InvalidOperationException">The bootstrap handler returned false.</exception>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        await InitializeAsync();

        var environment = FunctionEnvironment.Read();
        var loop = new InvocationLoop(handler, serializer, runtimeApi, environment, TimeProvider.System);
        await (environment.MaxConcurrency > 1 && !environment.RunOnce
            ? Task.WhenAll(Enumerable.Range(0, environment.MaxConcurrency).Select(_ => Task.Run(() => loop.RunAsync(cancellationToken), CancellationToken.None)))
            : loop.RunAsync(cancellationToken));
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
