using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Bootstrap;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Runs before the first event is asked for.</summary>
/// <returns>False when the function cannot start.</returns>
public delegate Task<bool> LambdaBootstrapInitializer();

/// <summary>Builds the <see cref="LambdaBootstrap"/> that runs a handler.</summary>
public class LambdaBootstrapBuilder
{
    private readonly InvocationHandler _handler;
    private readonly ILambdaSerializer _serializer;
    private readonly LambdaBootstrapOptions _options = new();
    private HttpClient? _httpClient;
    private LambdaBootstrapInitializer? _initializer;

    private LambdaBootstrapBuilder(InvocationHandler handler, ILambdaSerializer serializer) =>
        (_handler, _serializer) = (handler, serializer);

    /// <summary>A handler that takes the event as an object and the context, and answers with an object.</summary>
    public static LambdaBootstrapBuilder Create<TInput, TOutput>(Func<TInput, ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        new(async (request, context, answer) => serializer.Serialize(await handler(serializer.Deserialize<TInput>(request), context), answer), serializer);

    /// <summary>Talks to the runtime API through this client, which the caller still has to dispose of.</summary>
    public LambdaBootstrapBuilder UseHttpClient(HttpClient httpClient)
    {
        _httpClient = httpClient;
        return this;
    }

    /// <summary>Runs before the first event is asked for. If it throws or returns false, that is reported as an init error.</summary>
    public LambdaBootstrapBuilder UseBootstrapHandler(LambdaBootstrapInitializer lambdaBootstrapInitializer)
    {
        _initializer = lambdaBootstrapInitializer;
        return this;
    }

    /// <summary>Changes the bootstrap's settings.</summary>
    public LambdaBootstrapBuilder ConfigureOptions(Action<LambdaBootstrapOptions>? options = null)
    {
        options?.Invoke(_options);
        return this;
    }

    /// <summary>Builds the bootstrap; nothing runs before <see cref="LambdaBootstrap.RunAsync"/>.</summary>
    public LambdaBootstrap Build() => new(_handler, _serializer, _initializer, _httpClient, _options);
}
