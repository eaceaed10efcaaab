using System.Text.Json.Serialization;
using GenesysLambdas.Local.Emulator;

namespace GenesysLambdas.Local.Page.Http;

internal static class PageRequest
{
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
        + "frame-ancestors 'none'; require-trusted-types-for 'script'";

    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        MaxDepth = 2 * UntrustedJson.MaxDepth,
        PropertyNameCaseInsensitive = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    // The event is one level down in the request.
    private static readonly JsonSerializerOptions Requests = new(Json) { MaxDepth = UntrustedJson.MaxDepth + 1 };

    public static RequestDelegate Handle(Func<HttpContext, Task> handle) => async context =>
    {
        AddHeaders(context.Response);
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
            // The browser has disconnected.
        }
    };

    /// <summary>Allows the page only its own scripts and styles, and prevents caching.</summary>
    public static void AddHeaders(HttpResponse response)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }

    /// <exception cref="PageException">There is no such lookup.</exception>
    public static EmulatedFunction Named(this FunctionCatalog functions, string lookup) =>
        functions.All.FirstOrDefault(function => function.Contract.Name == lookup)
        ?? throw PageException.NotFound(
            $"There is no lookup {lookup}: the lookups are {string.Join(", ", functions.All.Select(function => function.Contract.Name))}.");

    public static string Value(this HttpContext context, string name) => (string)context.Request.RouteValues[name]!;

    public static async Task<byte[]> ReadBytesAsync(HttpRequest request) =>
        await PayloadLimit.ReadAsync(request, PayloadLimit.EventBytes)
        ?? throw new PageException(
            StatusCodes.Status413PayloadTooLarge, $"Lambda accepts at most {PayloadLimit.EventBytes} bytes: send less.");

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
            throw PageException.Invalid($"The request's body must be JSON like {Example<T>()}, nested no deeper than {UntrustedJson.MaxDepth}.");
        }
    }

    public static Task WriteAsync<T>(HttpResponse response, T answer, int status = StatusCodes.Status200OK)
    {
        response.StatusCode = status;
        return response.WriteAsJsonAsync(answer, Json, response.HttpContext.RequestAborted);
    }

    private static string Example<T>()
    {
        var members = typeof(T).GetProperties().Select(property => $"\"{JsonNamingPolicy.CamelCase.ConvertName(property.Name)}\": ...");
        return $"{{{string.Join(", ", members)}}}";
    }
}
