using System.Diagnostics;
using System.Text;

namespace GenesysLambdas.Benchmarks.Loopback;

/// <summary>Lambda's runtime API for one process (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html), with one event at a time.</summary>
internal sealed class RuntimeApi : IDisposable
{
    public const string Event = """{"inputs":{"customer_id":"12345","locale":"en-US"}}""";

    private static readonly byte[] Accepted = HttpResponse.Json("202 Accepted", """{"status":"OK"}""");

    private readonly HttpServer _server;
    private readonly SemaphoreSlim _events = new(0);
    private readonly TaskCompletionSource<long> _firstNext = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Workload _workload = new(0);
    private long _sent;

    public RuntimeApi() => _server = new HttpServer(AnswerAsync).Start();

    public string Authority => _server.Authority;

    /// <summary>When the process asked for its first event, as a timestamp of <see cref="Stopwatch"/>.</summary>
    public Task<long> FirstNext => _firstNext.Task;

    /// <summary>Sends the process events, one after the other, until the workload has no more.</summary>
    public void Work(Workload workload)
    {
        _workload = workload;
        SendNext();
    }

    public void Dispose()
    {
        _server.Dispose();
        _events.Dispose();
    }

    private void SendNext()
    {
        if (_workload.TryTake())
        {
            _events.Release();
        }
    }

    private async ValueTask<byte[]> AnswerAsync(HttpRequest request)
    {
        var now = Stopwatch.GetTimestamp();
        if (request.Target.EndsWith("/invocation/next", StringComparison.Ordinal))
        {
            _firstNext.TrySetResult(now);
            await _events.WaitAsync();
            var deadline = DateTimeOffset.UtcNow.AddSeconds(10).ToUnixTimeMilliseconds();
            _sent = Stopwatch.GetTimestamp();
            return HttpResponse.Json(
                "200 OK",
                Event,
                $"Lambda-Runtime-Aws-Request-Id: {Guid.NewGuid()}\r\nLambda-Runtime-Deadline-Ms: {deadline}\r\n"
                + "Lambda-Runtime-Invoked-Function-Arn: arn:aws:lambda:us-east-1:123456789012:function:benchmark\r\n"
                + "Lambda-Runtime-Trace-Id: Root=1-5e1b4151-5ac6c58f3b5d4a3a9f7b5c3d;Sampled=0\r\n");
        }

        var answer = Encoding.UTF8.GetString(request.Body);
        if (request.Target.EndsWith("/response", StringComparison.Ordinal) && answer.Contains("\"John Doe\"", StringComparison.Ordinal))
        {
            _workload.Complete(_sent, now);
            SendNext();
        }
        else
        {
            _workload.Fail(answer);
        }

        return Accepted;
    }
}
