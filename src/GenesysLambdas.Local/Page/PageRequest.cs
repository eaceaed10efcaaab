using System.Text.Json.Serialization;
using GenesysLambdas.Local.Emulator;

namespace GenesysLambdas.Local.Page;

/// <summary>Reads the page's requests, and answers them in JSON.</summary>
internal static class PageRequest
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        MaxDepth = 2 * PageJson.MaxDepth,
        PropertyNameCaseInsensitive = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    // The request contains an event of that depth, one level down.
    private static readonly JsonSerializerOptions Requests = new(Json) { MaxDepth = PageJson.MaxDepth + 1 };

    /// <summary>A handler whose failures become a status and a sentence.</summary>
    public static RequestDelegate Handle(Func<HttpContext, Task> handle) => async context =>
    {
        PageHeaders.Add(context.Response);
        try
        {
            await handle(context);
        }
        catch (PageException exception)
        {
            await context.Response.WriteAsync(exception.Status, new JsonObject { ["message"] = exception.Message });
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for the answer any more.
        }
    };

    /// <summary>The part of the path with this name.</summary>
    public static string Value(this HttpContext context, string name) => (string)context.Request.RouteValues[name]!;

    public static async Task<byte[]> ReadBytesAsync(HttpRequest request) =>
        await PayloadLimit.ReadAsync(request, PayloadLimit.EventBytes)
        ?? throw new PageException(StatusCodes.Status413PayloadTooLarge, $"That is more than the {PayloadLimit.EventBytes} bytes that Lambda takes: send less.");

    public static async Task<T> ReadAsync<T>(HttpRequest request)
        where T : class
    {
        var body = await ReadBytesAsync(request);
        try
        {
            return JsonSerializer.Deserialize<T>(body, Requests) ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw PageException.Invalid($"The request's body must be JSON like {Example<T>()}, nested no deeper than {PageJson.MaxDepth}.");
        }
    }

    public static Task WriteAsync<T>(HttpResponse response, T answer, int status = StatusCodes.Status200OK)
    {
        response.StatusCode = status;
        return response.WriteAsJsonAsync(answer, Json, response.HttpContext.RequestAborted);
    }

    private static string Example<T>() => $"{{{string.Join(", ", typeof(T).GetProperties().Select(property => $"\"{JsonNamingPolicy.CamelCase.ConvertName(property.Name)}\": ..."))}}}";
}
