using GenesysLambdas.Cli.Emulator;
using GenesysLambdas.Cli.Page.Calls;
using Microsoft.AspNetCore.Http.Features;

namespace GenesysLambdas.Cli.Page.Apis;

/// <summary>
/// Stands in front of the stand-ins: breaks what they answer, or sends requests on to a real API, and notes for each call what went
/// there and what came back.
/// </summary>
internal sealed class ApiGate(SwitchedApis apis, CallHistory history, ExchangeText text, Forwarder forwarder)
{
    public Task PassAsync(HttpContext context, RequestDelegate next) =>
        apis.At(context.Request.Path) is { } api ? PassAsync(context, api, next) : next(context);

    private async Task PassAsync(HttpContext context, SwitchedApi api, RequestDelegate next)
    {
        var (request, response) = (context.Request, context.Response);
        var body = await ReadAsync(request);
        var url = UrlOf(context, api);
        var isForToken = api.TokenPath is { } path && request.Path == api.Path + path;
        var (target, fault) = (api.Target, isForToken ? Fault.None : api.Fault);
        var exchange = history.Running(request.Headers[TraceHeader.Name], api)?.Begin(api.Name, target?.BaseUrl, text.Request(api, request, url, body));
        var connection = response.Body;
        using var reply = new MemoryStream();
        response.Body = reply;
        try
        {
            await (fault.AnswerAsync is { } answerAsync ? answerAsync(response)
                : target is not null ? forwarder.SendAsync(context, target.BaseUrl + url, body)
                : next(context));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            exchange?.End(Exchange.NoAnswer, reply: null);
            return;
        }
        finally
        {
            response.Body = connection;
        }

        await ReplyAsync(context, reply, exchange, isCutOff: fault == Fault.CutOff);
    }

    private async Task ReplyAsync(HttpContext context, MemoryStream reply, Exchange? exchange, bool isCutOff)
    {
        var response = context.Response;
        var sent = reply.GetBuffer().AsMemory(0, (int)(isCutOff ? reply.Length / 2 : reply.Length));
        if (reply.Length > 0)
        {
            response.ContentLength = reply.Length;
        }

        // Noted before it is sent, so that no call ends before its exchanges.
        exchange?.End(isCutOff ? Exchange.CutOff : Exchange.Answered, text.Reply(response, sent.Span));
        await response.Body.WriteAsync(sent, context.RequestAborted);
        if (isCutOff)
        {
            await response.Body.FlushAsync(context.RequestAborted);
            context.Abort();
        }
    }

    private static async Task<byte[]> ReadAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        request.Body = new MemoryStream(body.ToArray());
        return body.ToArray();
    }

    /// <summary>The path below the API's address, and the query, as they were sent.</summary>
    private static string UrlOf(HttpContext context, SwitchedApi api)
    {
        var sent = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        return sent.StartsWith(api.Path, StringComparison.Ordinal) ? sent[api.Path.Length..] : context.Request.Path.Value![api.Path.Length..] + context.Request.QueryString;
    }
}
