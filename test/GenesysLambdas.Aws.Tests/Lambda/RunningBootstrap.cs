using System.Text.Json.Serialization;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace GenesysLambdas.Aws.Tests.Lambda;

/// <summary>A bootstrap that runs against a test's runtime API, until the test is over.</summary>
internal sealed class RunningBootstrap : IAsyncDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly LambdaBootstrap bootstrap;

    public RunningBootstrap(RuntimeApiServer server, LambdaBootstrapBuilder builder)
    {
        bootstrap = builder.ConfigureOptions(options => options.RuntimeApiEndpoint = server.Endpoint).Build();
        Running = bootstrap.RunAsync(stopping.Token);
    }

    public Task Running { get; }

    public static RunningBootstrap Start(RuntimeApiServer server, Func<Message, ILambdaContext, Task<Message>> handler) =>
        new(server, Builder(handler));

    public static LambdaBootstrapBuilder Builder(Func<Message, ILambdaContext, Task<Message>> handler) =>
        LambdaBootstrapBuilder.Create(handler, new SourceGeneratorLambdaJsonSerializer<MessageJson>());

    public Task StopAsync()
    {
        stopping.Cancel();
        return Running.WaitAsync(TimeSpan.FromSeconds(30));
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await Running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        bootstrap.Dispose();
        stopping.Dispose();
    }
}

public sealed record Message(string? Text);

[JsonSerializable(typeof(Message))]
public sealed partial class MessageJson : JsonSerializerContext;
