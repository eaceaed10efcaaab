using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Bootstrap;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Builds the <see cref="LambdaBootstrap"/> that runs a handler.</summary>
public class LambdaBootstrapBuilder
{
    private readonly InvocationHandler handler;
    private readonly ILambdaSerializer serializer;
    private readonly LambdaBootstrapOptions options = new();
    private HttpClient? httpClient;
    private LambdaBootstrapInitializer? initializer;

    private LambdaBootstrapBuilder(InvocationHandler handler, ILambdaSerializer serializer) =>
        (this.handler, this.serializer) = (handler, serializer);

    /// <summary>A handler that takes the event as an object and the context, and answers with an object.</summary>
    public static LambdaBootstrapBuilder Create<TInput, TOutput>(Func<TInput, ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        new(async (request, context, answer) => serializer.Serialize(await handler(serializer.Deserialize<TInput>(request), context), answer), serializer);

    /// <summary>Talks to the runtime API through this client, which the caller still has to dispose of.</summary>
    public LambdaBootstrapBuilder UseHttpClient(HttpClient httpClient)
    {
        this.httpClient = httpClient;
        return this;
    }

    /// <summary>Runs before the first event is asked for. If it throws or returns false, that is reported as an init error.</summary>
    public LambdaBootstrapBuilder UseBootstrapHandler(LambdaBootstrapInitializer lambdaBootstrapInitializer)
    {
        initializer = lambdaBootstrapInitializer;
        return this;
    }

    /// <summary>Changes the bootstrap's settings.</summary>
    public LambdaBootstrapBuilder ConfigureOptions(Action<LambdaBootstrapOptions>? options = null)
    {
        options?.Invoke(this.options);
        return this;
    }

    /// <summary>Builds the bootstrap; nothing runs before <see cref="LambdaBootstrap.RunAsync"/>.</summary>
    public LambdaBootstrap Build() => new(handler, serializer, initializer, httpClient, options);
}
