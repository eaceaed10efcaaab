using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace GenesysLambdas.Publishing.Tests.Platform;

/// <summary>Calls the stand-in as a client with a valid token does, for the stand-in's own tests.</summary>
internal sealed class PlatformClient(PlatformApi api) : IDisposable
{
    public const string Arn = "arn:aws:lambda:eu-west-1:123456789012:function:CurrentWeatherFunction";
    public const string Actions = "/api/v2/integrations/actions";

    public HttpClient Http { get; } = new(api.CreateHandler()) { BaseAddress = new Uri($"https://{PlatformHosts.Api}") };

    public static JsonObject Body(string integrationId, Action<JsonObject>? change = null)
    {
        var body = JsonNode.Parse("""
            {
              "name": "Current Weather", "category": "Lookups", "secure": false,
              "config": {
                "timeoutSeconds": 15,
                "request": {"requestType": "POST", "headers": {}, "requestTemplate": "{\"inputs\": ${input.rawRequest}}"},
                "response": {"translationMap": {"result": "$.result"}, "translationMapDefaults": {}, "successTemplate": "${result}"}
              },
              "contract": {
                "input": {"inputSchema": {"title": "In", "type": "object", "required": ["city_name"], "properties": {"city_name": {"type": "string"}, "days": {"type": "integer"}}, "additionalProperties": true}},
                "output": {"successSchema": {"title": "Out", "type": "object", "properties": {"temperature": {"type": "number"}, "names": {"type": "array", "items": {"type": "string"}}}, "additionalProperties": true}}
              }
            }
            """)!.AsObject();
        body["integrationId"] = integrationId;
        body["config"]!["request"]!["requestUrlTemplate"] = Arn;
        change?.Invoke(body);
        return body;
    }

    public async Task LogInAsync(string id = PlatformTokens.ClientId, string secret = PlatformTokens.ClientSecret)
    {
        using var response = await TokenAsync(id, secret);
        response.EnsureSuccessStatusCode();
        var token = await response.Content.ReadFromJsonAsync<JsonObject>();
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)token!["access_token"]!);
    }

    public async Task<HttpResponseMessage> TokenAsync(string id, string secret, string grant = "client_credentials")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"https://{PlatformHosts.Login}/oauth/token")
        {
            Content = new FormUrlEncodedContent([new("grant_type", grant)]),
            Headers = { Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{id}:{secret}"))) },
        };
        return await Http.SendAsync(request);
    }

    public async Task<(int Status, JsonNode Body)> SendAsync(string method, string path, JsonNode? body = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = body is null ? null : JsonContent.Create(body) };
        using var response = await Http.SendAsync(request);
        Assert.True(response.Headers.Contains("ININ-Correlation-Id"));
        var text = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, response.Content.Headers.ContentType!.MediaType == "application/json" ? JsonNode.Parse(text)! : JsonValue.Create(text));
    }

    public void Dispose() => Http.Dispose();
}
