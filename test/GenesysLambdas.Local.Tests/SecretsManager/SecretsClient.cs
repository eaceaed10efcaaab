using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace GenesysLambdas.Local.Tests.SecretsManager;

/// <summary>
/// Calls Secrets Manager like an SDK. Operations, members and error names are from botocore 1.43.11's model <c>secretsmanager/2017-10-17</c> and
/// https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_Operations.html.
/// </summary>
internal static class SecretsClient
{
    private static readonly string Signed =
        "AWS4-HMAC-SHA256 Credential=AKID/20260101/us-east-1/secretsmanager/aws4_request, SignedHeaders=content-type;host;x-amz-date;x-amz-target, Signature="
        + new string('a', 64);

    public static Task<(HttpStatusCode Status, JsonObject Answer)> CallAsync(this TestEmulator emulator, string operation, string body) =>
        emulator.CallAsync(operation, body, Signed);

    public static async Task<(HttpStatusCode Status, JsonObject Answer)> CallAsync(this TestEmulator emulator, string operation, string body, string? authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.1");
        request.Headers.Add("X-Amz-Target", "secretsmanager." + operation);
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        using var response = await emulator.Client.SendAsync(request);
        Assert.Equal("application/x-amz-json-1.1", response.Content.Headers.ContentType?.MediaType);
        Assert.True(Guid.TryParse(response.Headers.GetValues("x-amzn-RequestId").Single(), out _));
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject());
    }

    /// <summary>The call must succeed.</summary>
    public static async Task<JsonObject> DoAsync(this TestEmulator emulator, string operation, string body)
    {
        var (status, answer) = await emulator.CallAsync(operation, body);
        Assert.True(status == HttpStatusCode.OK, $"{operation}: {answer.ToJsonString()}");
        return answer;
    }

    /// <summary>Returns the error's name.</summary>
    public static async Task<string?> FailAsync(this TestEmulator emulator, string operation, string body)
    {
        var (status, answer) = await emulator.CallAsync(operation, body);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.NotEmpty((string)answer["Message"]!);
        return (string?)answer["__type"];
    }
}
