using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Lambda.Core;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;
using GenesysLambdas.Core.Requests;
using GenesysLambdas.Core.Settings;
using GenesysLambdas.Testing;
using Moq;

namespace GenesysLambdas.Core.Tests.HttpAccess;

/// <summary>The authorizer as the function hosts it, with everything but Secrets Manager as it is deployed.</summary>
internal sealed class TestAuthorizer : IDisposable
{
    private readonly MemoryStream _log = new();
    private readonly Lazy<HttpAuthorizer> _instance;
    private int _asked;

    public TestAuthorizer(TimeProvider? time = null)
    {
        var client = new Mock<IAmazonSecretsManager>(MockBehavior.Strict);
        client
            .Setup(secrets => secrets.GetSecretValueAsync(It.Is<GetSecretValueRequest>(request => request.SecretId == "the-secret"), It.IsAny<CancellationToken>()))
            .Returns(async (GetSecretValueRequest request, CancellationToken _) =>
            {
                Interlocked.Increment(ref _asked);
                await Slow;
                // Secrets Manager can't find the specified secret value for staging label: AWSPREVIOUS.
                return Fails is { } e ? throw e
                    : (request.VersionStage == "AWSPREVIOUS" ? Previous : Current) is { } value ? new GetSecretValueResponse { SecretString = value }
                    : throw new ResourceNotFoundException("no such version");
            });
        var host = new LookupHost(new SettingsReader(Read), _ => client.Object, time ?? TimeProvider.System, Stream.Synchronized(_log));
        _instance = new(() => new HttpAuthorizer(host));
    }

    public Dictionary<string, string?> Settings { get; } = new(StringComparer.Ordinal) { ["HTTP_TOKEN_SECRET_ID"] = "the-secret" };

    public string? Current { get; set; } = "the-current-token";

    public string? Previous { get; set; }

    /// <summary>What Secrets Manager answers with instead.</summary>
    public Exception? Fails { get; set; }

    /// <summary>A setting that cannot be read, which must not happen.</summary>
    public string? BrokenSetting { get; set; }

    /// <summary>What Secrets Manager waits for.</summary>
    public Task Slow { get; set; } = Task.CompletedTask;

    /// <summary>How often Secrets Manager was asked for a version.</summary>
    public int Asked => _asked;

    public string Log => Encoding.UTF8.GetString(_log.ToArray());

    public IReadOnlyList<JsonElement> LogLines =>
        [.. Log.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    /// <summary>An authorizer's event with a header.</summary>
    /// <remarks>awsdocs/amazon-api-gateway-developer-guide, doc_source/http-api-lambda-authorizer.md.</remarks>
    public static string Event(string value, string header = "authorization")
    {
        var json = JsonNode.Parse("""
            {"version":"2.0","type":"REQUEST","routeArn":"arn:aws:execute-api:us-east-1:123456789012:abcdef123/test/GET/request",
             "identitySource":["user1","123"],"routeKey":"$default","rawPath":"/my/path","rawQueryString":"parameter1=value1&parameter1=value2&parameter2=value",
             "cookies":["cookie1","cookie2"],"headers":{"header1":"value1","header2":"value2"},"queryStringParameters":{"parameter1":"value1,value2","parameter2":"value"},
             "requestContext":{"accountId":"123456789012","apiId":"api-id",
              "authentication":{"clientCert":{"clientCertPem":"CERT_CONTENT","subjectDN":"www.example.com","issuerDN":"Example issuer","serialNumber":"a1:a1",
               "validity":{"notBefore":"May 28 12:30:02 2019 GMT","notAfter":"Aug  5 09:36:04 2021 GMT"}}},
              "domainName":"id.execute-api.us-east-1.amazonaws.com","domainPrefix":"id",
              "http":{"method":"POST","path":"/my/path","protocol":"HTTP/1.1","sourceIp":"192.0.2.1","userAgent":"agent"},
              "requestId":"J7m8fgZWoAMEJEA=","routeKey":"$default","stage":"$default","time":"12/Mar/2020:19:03:58 +0000","timeEpoch":1583348638390},
             "pathParameters":{"parameter1":"value1"},"stageVariables":{"stageVariable1":"value1"}}
            """)!;
        json["identitySource"] = new JsonArray(value);
        json["headers"]![header] = value;
        return json.ToJsonString();
    }

    public Task<bool> AdmitsAsync(string value, string header = "authorization") => SendAsync(Event(value, header));

    public Task<bool> SendAsync(string payload, ILambdaContext? context = null) => SendAsync(Encoding.UTF8.GetBytes(payload), context);

    /// <summary>Sends any bytes, through the serializer that the runtime uses.</summary>
    public async Task<bool> SendAsync(byte[] payload, ILambdaContext? context = null)
    {
        var serializer = new LookupSerializer();
        var answer = await Start()._instance.Value.AuthorizeHttp(serializer.Deserialize<LookupRequest>(new MemoryStream(payload)), context ?? new TestLambdaContext());
        var written = new MemoryStream();
        serializer.Serialize(answer, written);
        var json = Encoding.UTF8.GetString(written.ToArray());
        Assert.Contains(json, (string[])["""{"isAuthorized":true}""", """{"isAuthorized":false}"""]);
        return json.Contains("true", StringComparison.Ordinal);
    }

    /// <summary>Does what the function does before its first event.</summary>
    public TestAuthorizer Start()
    {
        _ = _instance.Value;
        return this;
    }

    private string? Read(string name) => name == BrokenSetting ? throw new NotSupportedException() : Settings.GetValueOrDefault(name);

    public void Dispose() => _log.Dispose();
}
