using System.Net;
using System.Net.Http.Headers;
using System.Text;
using GenesysLambdas.Benchmarks.Loopback;

namespace GenesysLambdas.Benchmarks.InProcess;

/// <summary>The runtime API without sockets: it answers at once, on the caller's thread, until there were enough calls.</summary>
internal sealed class RuntimeStub(Recorder recorder, int calls, CancellationTokenSource enough) : HttpMessageHandler
{
    private static readonly byte[] Event = Encoding.UTF8.GetBytes(RuntimeApi.Event);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Post)
        {
            recorder.Answer();
            if (recorder.Calls == calls)
            {
                enough.Cancel();
            }

            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.Accepted));
        }

        var response = ApiStub.Json(Event);
        response.Headers.TryAddWithoutValidation("Lambda-Runtime-Aws-Request-Id", "8476a536-e9f4-11e8-9739-2dfe598c3fcd");
        response.Headers.TryAddWithoutValidation("Lambda-Runtime-Deadline-Ms", DateTimeOffset.UtcNow.AddSeconds(10).ToUnixTimeMilliseconds().ToString());
        response.Headers.TryAddWithoutValidation("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:us-east-1:123456789012:function:benchmark");
        response.Headers.TryAddWithoutValidation("Lambda-Runtime-Trace-Id", "Root=1-5e1b4151-5ac6c58f3b5d4a3a9f7b5c3d;Sampled=0");
        recorder.Event();
        return Task.FromResult(response);
    }
}

/// <summary>The external API without sockets: it answers at once, on the caller's thread.</summary>
internal sealed class ApiStub(Recorder recorder) : HttpMessageHandler
{
    private static readonly byte[] Customer = Encoding.UTF8.GetBytes(CalledServers.Customer);

    public static HttpResponseMessage Json(byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content };
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        recorder.Request();
        var response = Json(Customer);
        recorder.Reply();
        return Task.FromResult(response);
    }
}
