using System.Globalization;
using GenesysLambdas.Local.Page.Calls;
using GenesysLambdas.Local.Page.Http;

namespace GenesysLambdas.Local.Page;

/// <summary>The calls: <c>/page/api/calls</c>.</summary>
internal sealed class CallsApi(CallHistory history, PageCaller caller, CancellationToken stopping)
{
    private const string Path = "/page/api/calls";

    // Shorter than the timeouts of proxies and browsers.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(25);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Path, PageRequest.Handle(async context =>
            await caller.RunAsync(await PageRequest.ReadAsync<CallRequest>(context.Request), context.Response)));
        routes.MapGet(Path, PageRequest.Handle(ListAsync));
        routes.MapGet(Path + "/{id}", PageRequest.Handle(context =>
            PageRequest.WriteAsync(context.Response, history.Ended.FirstOrDefault(call => call.Id == context.Value("id"))
                ?? throw PageException.NotFound("That call is no longer available: run it again."))));
    }

    private async Task ListAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var after = 0L;
        if (query["after"].FirstOrDefault() is { } given && !long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out after))
        {
            throw PageException.Invalid("after must be the number of a call.");
        }

        if (query["wait"] == "true")
        {
            using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
            await history.WaitAsync(after, LongestWait, end.Token);
        }

        await PageRequest.WriteAsync(context.Response, new { Calls = history.Ended.Where(call => call.Number > after).Select(call => call.ToListed()) });
    }
}

/// <param name="Event">The event as it is sent; for <c>http</c>, the body.</param>
/// <param name="Via"><c>lambda</c> or <c>http</c>.</param>
internal sealed record CallRequest(string Lookup, JsonElement Event, string Via);
