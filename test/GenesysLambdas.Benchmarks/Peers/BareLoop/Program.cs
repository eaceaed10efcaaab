// What customer-profile does, as a loop written by hand: no suite, no packages, no retries, no deadline, no log.
// It fetches its secret while it asks for the first event, as the suite does.
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using BareLoop;

using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false, ActivityHeadersPropagator = null }) { Timeout = Timeout.InfiniteTimeSpan };
var runtime = $"http://{Setting("AWS_LAMBDA_RUNTIME_API")}/2018-06-01/runtime/invocation/";
var api = Setting("CUSTOMER_API_BASE_URL");
var secret = FetchSecretAsync();
while (true)
{
    using var next = await http.GetAsync(runtime + "next");
    var inputs = (await next.Content.ReadFromJsonAsync(BareJson.Default.Event))!.Inputs;
    using var request = new HttpRequestMessage(HttpMethod.Get, $"{api}/v1/user-info?id={Uri.EscapeDataString(inputs.CustomerId)}&locale={Uri.EscapeDataString(inputs.Locale)}");
    request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await secret);
    using var reply = await http.SendAsync(request);
    var account = (await reply.EnsureSuccessStatusCode().Content.ReadFromJsonAsync(BareJson.Default.Account))!;
    var outputs = new Outputs(account.Data.Name, account.Data.Tier, account.Data.Balance, account.Status);
    using var answer = new ByteArrayContent(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new Answer(outputs), BareJson.Default.Answer));
    using var taken = await http.PostAsync($"{runtime}{next.Headers.NonValidated["Lambda-Runtime-Aws-Request-Id"]}/response", answer);
    taken.EnsureSuccessStatusCode();
}

async Task<string> FetchSecretAsync()
{
    const string Signed = "content-type;host;x-amz-date;x-amz-security-token;x-amz-target";
    const string Type = "application/x-amz-json-1.1";
    const string Target = "secretsmanager.GetSecretValue";
    var endpoint = new Uri(Setting("AWS_ENDPOINT_URL_SECRETS_MANAGER"));
    var body = Encoding.UTF8.GetBytes($$"""{"SecretId":"{{Setting("CUSTOMER_API_SECRET_ID")}}"}""");
    var now = DateTime.UtcNow.ToString("yyyyMMdd'T'HHmmss'Z'");
    var token = Setting("AWS_SESSION_TOKEN");
    var scope = $"{now[..8]}/{Setting("AWS_REGION")}/secretsmanager/aws4_request";
    var canonical = $"POST\n/\n\ncontent-type:{Type}\nhost:{endpoint.Authority}\nx-amz-date:{now}\nx-amz-security-token:{token}\nx-amz-target:{Target}\n\n{Signed}\n{Hash(body)}";
    var key = scope.Split('/').Aggregate(Encoding.UTF8.GetBytes("AWS4" + Setting("AWS_SECRET_ACCESS_KEY")), (key, part) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part)));
    var signature = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"AWS4-HMAC-SHA256\n{now}\n{scope}\n{Hash(Encoding.UTF8.GetBytes(canonical))}"));

    using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new ByteArrayContent(body) };
    request.Content.Headers.TryAddWithoutValidation("Content-Type", Type);
    request.Headers.TryAddWithoutValidation("X-Amz-Date", now);
    request.Headers.TryAddWithoutValidation("X-Amz-Security-Token", token);
    request.Headers.TryAddWithoutValidation("X-Amz-Target", Target);
    request.Headers.TryAddWithoutValidation(
        "Authorization", $"AWS4-HMAC-SHA256 Credential={Setting("AWS_ACCESS_KEY_ID")}/{scope}, SignedHeaders={Signed}, Signature={Convert.ToHexStringLower(signature)}");
    using var response = await http.SendAsync(request);
    return (await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync(BareJson.Default.SecretValue))!.SecretString;
}

static string Hash(byte[] data) => Convert.ToHexStringLower(SHA256.HashData(data));

static string Setting(string name) => Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"{name} is not set.");
