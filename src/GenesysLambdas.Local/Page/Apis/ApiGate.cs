using GenesysLambdas.Local.Emulator;
using GenesysLambdas.Local.Page.Calls;
using Microsoft.AspNetCore.Http.Features;

namespace GenesysLambdas.Local.Page.Apis;

/// <summary>Sits in front of the stand-ins: applies faults, forwards requests to real APIs, and records the exchanges of each call.</summary>
internal sealed class ApiGate(LocalExternalApis apis, CallHistory history, ExchangeText text, Forwarder forwarder)
{
    public Task PassAsync(HttpContext context, RequestDelegate next) =>
        apis.At(context.Request.Path) is { } api ? PassAsync(context, api, next) : next(context);

    private async Task PassAsync(HttpContext context, LocalExternalApi api, RequestDelegate next)
    {
        var (request, response) = (context.Request, context.Response);
        if (await PayloadLimit.ReadAsync(request, PayloadLimit.EventBytes) is not { } body)
        {
            response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        request.Body = new MemoryStream(body);
        var url = UrlOf(context, api);
        var isForToken = api.TokenPath is { } path && request.Path == api.Path + path;
        var (target, fault) = (api.Target, isForToken ? Fault.None : api.Fault);
        var exchange = history.InProgress(request.Headers[TraceHeader.Name], api.Lookups)
            ?.Begin(api.Name, target?.BaseUrl, text.Request(api.Auth, request, url, body));
        var connection = response.Body;
        using var reply = new MemoryStream();
        response.Body = reply;
        var isWhole = fault != Fault.CutOff;
        try
        {
            if (fault.AnswerAsync is null && target is not null)
            {
                isWhole &= await forwarder.SendAsync(context, target.BaseUrl + url, body);
            }
            else
            {
                await (fault.AnswerAsync?.Invoke(response) ?? next(context));
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            exchange?.End(Exchange.NoReply, reply: null);
            return;
        }
        finally
        {
            response.Body = connection;
        }

        var sent = reply.ToArray().AsMemory(0, (int)(fault == Fault.CutOff ? reply.Length / 2 : reply.Length));
        if (!isWhole || reply.Length > 0)
        {
            response.ContentLength = Math.Max(reply.Length, isWhole ? 0 : sent.Length + 1);
        }

        await ReplyAsync(context, sent, exchange, isWhole);
    }

    private async Task ReplyAsync(HttpContext context, ReadOnlyMemory<byte> sent, Exchange? exchange, bool isWhole)
    {
        var response = context.Response;

        // Recorded before it is sent, so that a call never ends before its exchanges.
        exchange?.End(isWhole ? Exchange.Complete : Exchange.CutOff, text.Reply(response, sent.Span));
        await response.Body.WriteAsync(sent, context.RequestAborted);

        // After a body that is shorter than its Content-Length, the server closes the connection.
        await response.Body.FlushAsync(context.RequestAborted);
    }

    /// <summary>Path and query below the API's address, as they were sent.</summary>
    private static string UrlOf(HttpContext context, LocalExternalApi api)
    {
        var sent = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        return sent.StartsWith(api.Path, StringComparison.Ordinal)
            ? sent[api.Path.Length..]
            : context.Request.Path.Value![api.Path.Length..] + context.Request.QueryString;
    }
}
