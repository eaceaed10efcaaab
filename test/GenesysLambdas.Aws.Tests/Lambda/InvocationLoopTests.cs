using Amazon.Lambda.RuntimeSupport;

namespace GenesysLambdas.Aws.Tests.Lambda;

public sealed class InvocationLoopTests
{
    [Fact]
    public async Task Run_once_answers_only_one_event()
    {
        await using var server = new RuntimeApiServer().Enqueue("a", "1").Enqueue("b", "2");
        using var stopping = new CancellationTokenSource();
        using var http = LambdaBootstrap.ConstructHttpClient();
        var loop = Loop(server, http, new FunctionEnvironment { RunOnce = true }, (_, _, _) => Task.CompletedTask);

        await loop.RunAsync(stopping.Token).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(2, server.Requests.Length);
    }

    [Fact]
    public async Task Several_loops_over_one_handler_run_invocations_at_once()
    {
        await using var server = new RuntimeApiServer().Enqueue("a", "1").Enqueue("b", "2").Enqueue("c", "3");
        using var stopping = new CancellationTokenSource();
        using var http = LambdaBootstrap.ConstructHttpClient();
        var inside = 0;
        var allInside = new TaskCompletionSource();
        var loop = Loop(server, http, new FunctionEnvironment { MaxConcurrency = 3 }, async (_, _, _) =>
        {
            if (Interlocked.Increment(ref inside) == 3)
            {
                allInside.SetResult();
            }

            await allInside.Task;
        });

        var running = Task.WhenAll(Enumerable.Range(0, 3).Select(_ => loop.RunAsync(stopping.Token)));
        string[] answered = [(await server.PostedAsync()).Path, (await server.PostedAsync()).Path, (await server.PostedAsync()).Path];

        Assert.Equal(3, answered.Distinct().Count());
        await stopping.CancelAsync();
        await running;
    }

    private static InvocationLoop Loop(RuntimeApiServer server, HttpClient http, FunctionEnvironment environment, InvocationHandler handler) =>
        new(handler, serializer: null, new RuntimeApiClient(http, server.Endpoint), environment, TimeProvider.System);
}
