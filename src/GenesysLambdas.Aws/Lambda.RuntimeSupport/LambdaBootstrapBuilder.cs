using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Bootstrap;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Builds the <see cref="LambdaBootstrap"/> that runs a handler.</summary>
public partial class LambdaBootstrapBuilder
{
    private readonly InvocationHandler handler;
    private readonly ILambdaSerializer? serializer;
    private readonly LambdaBootstrapOptions options = new();
    private HttpClient? httpClient;
    private LambdaBootstrapInitializer? initializer;

    private LambdaBootstrapBuilder(InvocationHandler handler, ILambdaSerializer? serializer = null) =>
        (this.handler, this.serializer) = (handler, serializer);

    /// <summary>Speaks to the runtime API through this client, which stays the caller's to dispose of.</summary>
    public LambdaBootstrapBuilder UseHttpClient(HttpClient httpClient)
    {
        this.httpClient = httpClient;
        return this;
    }

    /// <summary>Runs before the first event is asked for. When it throws or gives false, that is reported as an init error.</summary>
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

    /// <summary>Makes the bootstrap; nothing runs before <see cref="LambdaBootstrap.RunAsync"/>.</summary>
    public LambdaBootstrap Build() => new(handler, serializer, initializer, httpClient, options);
}
