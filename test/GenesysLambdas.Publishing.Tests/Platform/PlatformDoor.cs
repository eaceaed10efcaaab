using System.Text;
using System.Text.Json.Nodes;
using GenesysLambdas.Local;
using Microsoft.AspNetCore.Http;

namespace GenesysLambdas.Publishing.Tests.Platform;

/// <summary>What every request goes through: it is recorded, something may go wrong with it, its token counts, and it is answered.</summary>
internal sealed class PlatformDoor(PlatformTokens tokens, ISet<string> permissions, Armed armed, CancellationToken ended)
{
    private readonly Lock _state = new();
    private readonly List<PlatformRequest> _requests = [];

    public IReadOnlyList<PlatformRequest> Requests
    {
        get
        {
            lock (_requests)
            {
                return [.. _requests];
            }
        }
    }

    /// <summary>Gives a token.</summary>
    public Task LoginAsync(HttpContext context) => AnswerAsync(context, body: null, async () =>
    {
        var (status, json) = await tokens.IssueAsync(context.Request);
        return new Answer(status, new(json));
    });

    /// <summary>Does an operation; null: there is none like this.</summary>
    public async Task OperateAsync(HttpContext context, PlatformOperation? operation)
    {
        var (body, isJson) = await PlatformBody.ParseAsync(context.Request);
        await AnswerAsync(context, body, () =>
        {
            tokens.Check(context);
            if (HttpMethods.IsDelete(context.Request.Method))
            {
                // Nothing of an organization's is ever deleted.
                throw new PlatformException(PlatformError.MissingAnyPermission(["integrations:action:delete"]));
            }

            if (operation is null)
            {
                throw new PlatformException(PlatformError.NotFound);
            }

            if (!operation.Permissions.Any(permissions.Contains))
            {
                throw new PlatformException(PlatformError.MissingAnyPermission(operation.Permissions));
            }

            if (!isJson)
            {
                throw new PlatformException(PlatformError.BadRequest("The body is not JSON."));
            }

            // One at a time: the state is plain lists.
            lock (_state)
            {
                return Task.FromResult(new Answer(200, operation.Answer(new PlatformCall(context.Request, body))));
            }
        });
    }

    private async Task AnswerAsync(HttpContext context, JsonNode? body, Func<Task<Answer>> answer)
    {
        var request = new PlatformRequest(
            context.Request.Method, context.Request.Host.Host, context.Request.Path + context.Request.QueryString, body?.DeepClone());
        lock (_requests)
        {
            _requests.Add(request);
        }

        armed.TakeBefore(context.Request)?.Invoke();
        var fault = armed.TakeFault(context.Request);
        var correlationId = Guid.NewGuid().ToString();
        context.Response.Headers["ININ-Correlation-Id"] = correlationId;
        var reply = fault is null or { AfterEffect: true } ? await TryAsync(answer, correlationId, context) : new Answer(200, new(new JsonObject()));
        await SendAsync(context, request, reply, fault, correlationId);
    }

    private static async Task<Answer> TryAsync(Func<Task<Answer>> answer, string correlationId, HttpContext context)
    {
        try
        {
            return await answer();
        }
        catch (PlatformException exception)
        {
            if (exception.Error.RetryAfter is { } seconds)
            {
                context.Response.Headers.RetryAfter = $"{seconds}";
            }

            return new Answer(exception.Error.Status, new(exception.Error.ToJson(correlationId)));
        }
    }

    private async Task SendAsync(HttpContext context, PlatformRequest request, Answer answer, Fault? fault, string correlationId)
    {
        var (status, reply) = answer;
        switch (fault)
        {
            case Fault.NeverFault:
                await HangAsync(context);
                return;
            case Fault.CutOffFault:
                await CutOffAsync(context, request, answer);
                return;
            case Fault.NotJsonFault:
                (status, reply) = (502, new(Text: "<html><body><h1>502 Bad Gateway</h1></body></html>"));
                break;
            case Fault.BodyFault odd:
                (status, reply) = (odd.Code, new(Text: odd.Text));
                break;
            case Fault.StatusFault wrong:
                (status, reply) = (wrong.Code, new(new PlatformError(wrong.Code, "fault", "It went wrong.").ToJson(correlationId)));
                context.Response.Headers.RetryAfter = wrong.RetryAfter is { } seconds ? $"{seconds}" : default;
                break;
        }

        (request.Status, context.Response.StatusCode) = (status, status);
        context.Response.ContentType = fault switch
        {
            Fault.NotJsonFault => "text/html",
            Fault.BodyFault => "application/json; charset=nonsense",
            _ => reply.Text is null ? "application/json" : "text/plain",
        };
        await context.Response.WriteAsync(reply.Text ?? reply.Json!.ToJsonString(), context.RequestAborted);
    }

    private static async Task CutOffAsync(HttpContext context, PlatformRequest request, Answer answer)
    {
        var body = Encoding.UTF8.GetBytes(answer.Reply.Text ?? answer.Reply.Json!.ToJsonString());
        (request.Status, context.Response.StatusCode) = (answer.Status, answer.Status);
        (context.Response.ContentType, context.Response.ContentLength) = ("application/json", body.Length);
        await context.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2), context.RequestAborted);
        // Kestrel closes a connection when there is less body than it said there would be.
    }

    private async Task HangAsync(HttpContext context)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, ended);
        await Task.Delay(Timeout.Infinite, over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        context.Abort();
    }

    private sealed record Answer(int Status, PlatformReply Reply);
}
