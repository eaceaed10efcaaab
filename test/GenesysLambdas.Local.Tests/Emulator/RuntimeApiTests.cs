using System.Net;
using System.Net.Sockets;
using System.Text;

namespace GenesysLambdas.Local.Tests.Emulator;

public class RuntimeApiTests
{
    private const string Api = "/CurrentWeatherFunction/2018-06-01/runtime/";

    [Fact]
    public async Task An_event_has_Lambdas_headers()
    {
        await using var emulator = await TestEmulator.StartAsync(configure: options => options with { Timeout = TimeSpan.FromSeconds(10) });
        var invocation = emulator.InvokeAsync("""{"inputs":{"city_name":"Paris"}}""");

        using var next = await emulator.Client.GetAsync(Api + "invocation/next");

        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
        Assert.Equal("""{"inputs":{"city_name":"Paris"}}""", await next.Content.ReadAsStringAsync());
        Assert.Equal("application/json", next.Content.Headers.ContentType?.MediaType);
        Assert.True(Guid.TryParse(Header(next, "Lambda-Runtime-Aws-Request-Id"), out _));
        Assert.Equal("arn:aws:lambda:us-east-1:000000000000:function:CurrentWeatherFunction", Header(next, "Lambda-Runtime-Invoked-Function-Arn"));
        Assert.Matches("^Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=0$", Header(next, "Lambda-Runtime-Trace-Id"));
        Assert.False(next.Headers.Contains("Lambda-Runtime-Client-Context"));
        var left = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(Header(next, "Lambda-Runtime-Deadline-Ms"))) - DateTimeOffset.UtcNow;
        Assert.InRange(left.TotalSeconds, 1, 10);
        Assert.False(invocation.IsCompleted);
    }

    [Fact]
    public async Task An_answer_reaches_the_invoker_byte_for_byte()
    {
        await using var emulator = await TestEmulator.StartAsync();
        var invocation = emulator.InvokeAsync();
        var id = await NextAsync(emulator);

        using var answered = await emulator.Client.PostAsync($"{Api}invocation/{id}/response", new StringContent("{ \"a\" : 1 }"));

        Assert.Equal(HttpStatusCode.Accepted, answered.StatusCode);
        Assert.Equal("""{"status":"OK"}""", (await answered.Content.ReadAsStringAsync()).Trim());
        var result = await invocation;
        Assert.Equal("{ \"a\" : 1 }", Encoding.UTF8.GetString(result.Payload.Span));
        Assert.Null(result.FunctionError);
        Assert.Equal(id, result.RequestId);
    }

    [Fact]
    public async Task A_functions_error_reaches_the_invoker_as_unhandled()
    {
        await using var emulator = await TestEmulator.StartAsync();
        var invocation = emulator.InvokeAsync();
        var id = await NextAsync(emulator);

        using var answered = await emulator.Client.PostAsync($"{Api}invocation/{id}/error", new StringContent("""{"errorType":"Oops"}"""));

        Assert.Equal(HttpStatusCode.Accepted, answered.StatusCode);
        var result = await invocation;
        Assert.Equal("Unhandled", result.FunctionError);
        Assert.Equal("""{"errorType":"Oops"}""", Encoding.UTF8.GetString(result.Payload.Span));
    }

    [Fact]
    public async Task A_startup_error_reaches_the_waiting_invoker()
    {
        await using var emulator = await TestEmulator.StartAsync();
        var invocation = emulator.InvokeAsync();

        using var answered = await emulator.Client.PostAsync(Api + "init/error", new StringContent("""{"errorType":"NoHandler"}"""));

        Assert.Equal(HttpStatusCode.Accepted, answered.StatusCode);
        Assert.Equal("""{"errorType":"NoHandler"}""", Encoding.UTF8.GetString((await invocation).Payload.Span));
    }

    [Fact]
    public async Task An_answer_over_6_MB_fails_the_invocation()
    {
        await using var emulator = await TestEmulator.StartAsync();
        var invocation = emulator.InvokeAsync();
        var id = await NextAsync(emulator);

        using var answered = await emulator.Client.PostAsync($"{Api}invocation/{id}/response", new ByteArrayContent(new byte[6 * 1024 * 1024 + 101]));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answered.StatusCode);
        var result = await invocation;
        Assert.Equal("Unhandled", result.FunctionError);
        Assert.Contains("Function.ResponseSizeTooLarge", Encoding.UTF8.GetString(result.Payload.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_of_6_MB_is_accepted()
    {
        await using var emulator = await TestEmulator.StartAsync();
        var invocation = emulator.InvokeAsync();
        var id = await NextAsync(emulator);

        using var answered = await emulator.Client.PostAsync($"{Api}invocation/{id}/response", new ByteArrayContent(new byte[6 * 1024 * 1024]));

        Assert.Equal(HttpStatusCode.Accepted, answered.StatusCode);
        Assert.Equal(6 * 1024 * 1024, (await invocation).Payload.Length);
    }

    [Fact]
    public async Task An_answer_without_a_running_invocation_is_refused()
    {
        await using var emulator = await TestEmulator.StartAsync();

        using var answered = await emulator.Client.PostAsync($"{Api}invocation/{Guid.NewGuid()}/response", new StringContent("{}"));

        Assert.Equal(HttpStatusCode.BadRequest, answered.StatusCode);
        Assert.Contains("InvalidRequestID", await answered.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_answer_is_refused()
    {
        await using var emulator = await TestEmulator.StartAsync();
        var invocation = emulator.InvokeAsync();
        var id = await NextAsync(emulator);
        using var first = await emulator.Client.PostAsync($"{Api}invocation/{id}/response", new StringContent("1"));

        using var second = await emulator.Client.PostAsync($"{Api}invocation/{id}/response", new StringContent("2"));

        Assert.Equal(HttpStatusCode.BadRequest, second.StatusCode);
        Assert.Equal("1", Encoding.UTF8.GetString((await invocation).Payload.Span));
    }

    [Fact]
    public async Task An_unknown_function_has_no_runtime_API()
    {
        await using var emulator = await TestEmulator.StartAsync();

        using var answered = await emulator.Client.GetAsync("/NoFunction/2018-06-01/runtime/invocation/next");

        Assert.Equal(HttpStatusCode.NotFound, answered.StatusCode);
    }

    [Fact]
    public async Task A_process_of_another_emulator_is_told_to_exit()
    {
        await using var emulator = await TestEmulator.StartAsync();

        using var answered = await emulator.Client.GetAsync("/CurrentWeatherFunction/0123456789abcdef/2018-06-01/runtime/invocation/next");

        Assert.Equal(HttpStatusCode.InternalServerError, answered.StatusCode);
    }

    [Fact]
    public async Task An_unknown_process_cannot_fail_an_invocation()
    {
        await using var emulator = await TestEmulator.StartAsync();
        var invocation = emulator.InvokeAsync();

        using var refused = await emulator.Client.PostAsync("/CurrentWeatherFunction/0123456789abcdef/2018-06-01/runtime/init/error", new StringContent("{}"));
        await NextAsync(emulator);

        Assert.Equal(HttpStatusCode.InternalServerError, refused.StatusCode);
        Assert.False(invocation.IsCompleted);
    }

    [Theory]
    [InlineData("response")]
    [InlineData("error")]
    public async Task Only_the_process_that_took_an_event_can_answer_it(string answer)
    {
        await using var emulator = await TestEmulator.StartAsync();
        var invocation = emulator.InvokeAsync();
        var id = await NextAsync(emulator);

        using var refused = await emulator.Client.PostAsync($"/CurrentWeatherFunction/0123456789abcdef/2018-06-01/runtime/invocation/{id}/{answer}", new StringContent("{}"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.False(invocation.IsCompleted);
    }

    [Fact]
    public async Task An_event_is_not_lost_if_its_process_disconnects()
    {
        await using var emulator = await TestEmulator.StartAsync();
        using (var impatient = new TcpClient())
        {
            await impatient.ConnectAsync(IPAddress.Loopback, emulator.Client.BaseAddress!.Port);
            var stream = impatient.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {Api}invocation/next HTTP/1.1\r\nHost: {emulator.Emulator.Endpoint.Authority}\r\n\r\n"));
            impatient.Client.Shutdown(SocketShutdown.Send);

            // Ends when the emulator has noticed, too.
            var end = await Record.ExceptionAsync(() => stream.CopyToAsync(Stream.Null));
            Assert.True(end is null or IOException, $"{end}");
        }

        var waiting = emulator.Client.GetAsync(Api + "invocation/next");
        var invocation = emulator.InvokeAsync();
        using var next = await waiting;
        using var answered = await emulator.Client.PostAsync($"{Api}invocation/{Header(next, "Lambda-Runtime-Aws-Request-Id")}/response", new StringContent("1"));

        Assert.Null((await invocation).FunctionError);
    }

    [Fact]
    public async Task A_timeout_looks_like_Lambdas()
    {
        await using var emulator = await TestEmulator.StartAsync(configure: options => options with { Timeout = TimeSpan.FromSeconds(0.5) });
        var invocation = emulator.InvokeAsync();
        var id = await NextAsync(emulator);

        var result = await invocation;

        Assert.Equal("Unhandled", result.FunctionError);
        Assert.Matches(
            $$"""^\{"errorMessage":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z {{id}} Task timed out after 0\.50 seconds"\}$""",
            Encoding.UTF8.GetString(result.Payload.Span));
    }

    private static async Task<string> NextAsync(TestEmulator emulator)
    {
        using var next = await emulator.Client.GetAsync(Api + "invocation/next");
        return Header(next, "Lambda-Runtime-Aws-Request-Id");
    }

    private static string Header(HttpResponseMessage response, string name) => response.Headers.GetValues(name).Single();
}
