using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace GenesysLambdas.Aws.Tests.Lambda;

/// <summary>A bootstrap that runs against a test's runtime API, until the test is over.</summary>
internal sealed class RunningBootstrap : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly LambdaBootstrap _bootstrap;

    public RunningBootstrap(RuntimeApiServer server, LambdaBootstrapBuilder builder)
    {
        _bootstrap = builder.ConfigureOptions(options => options.RuntimeApiEndpoint = server.Endpoint).Build();
        Running = _bootstrap.RunAsync(_stopping.Token);
    }

    public Task Running { get; }

    public static RunningBootstrap Start(RuntimeApiServer server, Func<Message, ILambdaContext, Task<Message>> handler) =>
        new(server, Builder(handler));

    public static LambdaBootstrapBuilder Builder(Func<Message, ILambdaContext, Task<Message>> handler) =>
        LambdaBootstrapBuilder.Create(handler, new GeneratedSerializer(MessageJson.Default));

    public Task StopAsync()
    {
        _stopping.Cancel();
        return Running.WaitAsync(TimeSpan.FromSeconds(30));
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await Running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _bootstrap.Dispose();
        _stopping.Dispose();
    }
}

public sealed record Message(string? Text);

[JsonSerializable(typeof(Message))]
public sealed partial class MessageJson : JsonSerializerContext;

/// <summary>Serializes with a source-generated context.</summary>
internal sealed class GeneratedSerializer(JsonSerializerContext json) : AbstractLambdaJsonSerializer(null!), ILambdaSerializer
{
    protected override void InternalSerialize<T>(Utf8JsonWriter writer, T response) => JsonSerializer.Serialize(writer, response, typeof(T), json);

    protected override T InternalDeserialize<T>(byte[] utf8Json) => (T)JsonSerializer.Deserialize(utf8Json, typeof(T), json)!;
}
