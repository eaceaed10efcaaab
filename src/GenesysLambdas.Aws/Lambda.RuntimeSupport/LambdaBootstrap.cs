using System.Text;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Bootstrap;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Runs a handler: asks the Lambda runtime API for events, one after the other, and returns the answers.</summary>
public class LambdaBootstrap : IDisposable
{
    private readonly InvocationHandler _handler;
    private readonly ILambdaSerializer? _serializer;
    private readonly LambdaBootstrapInitializer? _initializer;
    private readonly HttpClient? _ownedHttpClient;
    private readonly RuntimeApiClient _runtimeApi;

    internal LambdaBootstrap(
        InvocationHandler handler,
        ILambdaSerializer? serializer,
        LambdaBootstrapInitializer? initializer,
        HttpClient? httpClient,
        LambdaBootstrapOptions options)
    {
        (_handler, _serializer, _initializer) = (handler, serializer, initializer);
        _ownedHttpClient = httpClient is null ? ConstructHttpClient() : null;
        var endpoint = options.RuntimeApiEndpoint ?? Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API");
        _runtimeApi = new RuntimeApiClient(httpClient ?? _ownedHttpClient!, endpoint);
    }

    /// <summary>A client for the runtime API, without a timeout, since the next event may be hours away.</summary>
    public static HttpClient ConstructHttpClient()
    {
        var http = new HttpClient(new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            ActivityHeadersPropagator = null,
            ResponseHeaderEncodingSelector = static (_, _) => Encoding.UTF8,
        })
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
        var loop = new InvocationLoop(_handler, _serializer, _runtimeApi, environment, TimeProvider.System);
        await (environment.MaxConcurrency > 1 && !environment.RunOnce
            ? Task.WhenAll(Enumerable.Range(0, environment.MaxConcurrency).Select(_ => Task.Run(Loop, CancellationToken.None)))
            : Loop());

        Task Loop() => loop.RunAsync(cancellationToken);
    }

#pragma warning disable CA1063, CA1816 // Nothing outside this assembly can derive from it: it has no public constructor.
    public void Dispose() => _ownedHttpClient?.Dispose();
#pragma warning restore CA1063, CA1816

    private async Task InitializeAsync()
    {
        try
        {
            if (_initializer is not null && !await _initializer())
            {
                throw new InvalidOperationException("The function cannot start: its bootstrap handler returned false.");
            }
        }
        catch (Exception exception)
        {
            await _runtimeApi.FailInitializationAsync(exception);
            throw;
        }
    }
}
