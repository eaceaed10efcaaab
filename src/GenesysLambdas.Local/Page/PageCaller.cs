using System.Diagnostics;
using System.Text;
using GenesysLambdas.Local.Emulator;
using GenesysLambdas.Local.Page.Calls;
using GenesysLambdas.Local.Page.Http;

namespace GenesysLambdas.Local.Page;

/// <summary>Runs a call for the page. Writes a line of JSON for each step, then the finished call.</summary>
internal sealed class PageCaller(FunctionCatalog functions, CallHistory history, HttpApiClient httpApi, TimeProvider time)
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(50);

    public async Task RunAsync(CallRequest request, HttpResponse response)
    {
        var function = functions.Named(request.Lookup);
        var payload = Encoding.UTF8.GetBytes(request.Event.GetRawText());
        var trace = TraceHeader.New();
        var begun = history.Expect(trace.Root);
        try
        {
            var call = request.Via switch
            {
                "lambda" => InvokeAsync(function, new QueuedInvocation(payload) { Trace = trace }),
                "http" => httpApi.PostAsync(function.Contract, payload, trace),
                _ => throw PageException.Invalid("via must be lambda or http."),
            };
            response.ContentType = "application/x-ndjson";
            await ReportAsync(response, begun, call);
            await WriteLineAsync(response, await EndAsync(begun, call, response.HttpContext.RequestAborted));
        }
        finally
        {
            history.Forget(trace.Root);
        }
    }

    private async Task ReportAsync(HttpResponse response, Task<CallInProgress> begun, Task<string?> call)
    {
        var (started, aborted) = (Stopwatch.GetTimestamp(), response.HttpContext.RequestAborted);
        CallProgress? reported = null;
        var end = Task.WhenAny(call, begun.ContinueWith(begin => begin.Result.Ended, TaskScheduler.Default).Unwrap());
        do
        {
            var progress = CallProgress.Of(begun.IsCompletedSuccessfully ? await begun : null, Stopwatch.GetElapsedTime(started));
            if (progress.Text != reported?.Text)
            {
                await WriteLineAsync(response, reported = progress);
            }
        }
        while (await Task.WhenAny(end, Task.Delay(Pace, time, aborted)) != end && !aborted.IsCancellationRequested);
    }

    private static async Task<object> EndAsync(Task<CallInProgress> begun, Task<string?> call, CancellationToken cancellationToken)
    {
        if (!begun.IsCompletedSuccessfully)
        {
            return new { Error = new { Message = await call ?? "The call did not reach the function." } };
        }

        return new { Call = await (await begun).Ended.WaitAsync(cancellationToken) };
    }

    private static async Task<string?> InvokeAsync(EmulatedFunction function, QueuedInvocation invocation)
    {
        try
        {
            await function.InvokeAsync(invocation);
            return null;
        }
        catch (ToolException)
        {
            // The call reports the error.
            return null;
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            return "'serve' is stopping: start it again.";
        }
    }

    private static async Task WriteLineAsync<T>(HttpResponse response, T line)
    {
        var end = response.HttpContext.RequestAborted;
        await JsonSerializer.SerializeAsync<object?>(response.Body, line, PageRequest.Json, end);
        await response.Body.WriteAsync("\n"u8.ToArray(), end);
        await response.Body.FlushAsync(end);
    }
}
