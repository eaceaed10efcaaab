namespace GenesysLambdas.Local;

internal static class JsonResponse
{
    public static Task WriteAsync(this HttpResponse response, int status, JsonObject body, string contentType = "application/json")
    {
        response.StatusCode = status;
        response.ContentType = contentType;
        return response.WriteAsync(body.ToJsonString());
    }
}
