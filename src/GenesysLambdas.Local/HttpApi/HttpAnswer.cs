using Microsoft.Extensions.Primitives;

namespace GenesysLambdas.Local.HttpApi;

/// <summary>
/// Turns a function's answer into an HTTP response, as API Gateway does
/// (<see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">Lambda integrations</see>,
/// response format 2.0). Other answers are handled as in AWS's Lambda Test Tool (aws/aws-lambda-dotnet, <c>InvokeResponseExtensions</c>).
/// </summary>
internal static class HttpAnswer
{
    /// <summary>False if the answer has an invalid status code.</summary>
    public static async Task<bool> TryWriteAsync(HttpResponse response, ReadOnlyMemory<byte> answer)
    {
        if (UntrustedJson.Parse(answer) is not { ValueKind: JsonValueKind.Object } json || !json.TryGetProperty("statusCode", out var code))
        {
            // The whole answer is the body.
            response.ContentType = "application/json";
            await response.Body.WriteAsync(answer);
            return true;
        }

        if (code.ValueKind != JsonValueKind.Number || !code.TryGetInt32(out var status) || status is < 100 or > 599)
        {
            return false;
        }

        response.StatusCode = status;
        response.ContentType = "text/plain; charset=utf-8";
        if (json.TryGetProperty("headers", out var headers) && headers.ValueKind == JsonValueKind.Object)
        {
            foreach (var header in headers.EnumerateObject())
            {
                response.Headers[header.Name] = new StringValues(header.Value.ToString());
            }
        }

        if (json.TryGetProperty("body", out var body) && body.ValueKind == JsonValueKind.String)
        {
            var isBase64 = json.TryGetProperty("isBase64Encoded", out var encoded) && encoded.ValueKind == JsonValueKind.True;
            await (isBase64 ? response.Body.WriteAsync(body.GetBytesFromBase64()).AsTask() : response.WriteAsync(body.GetString()!));
        }

        return true;
    }
}
