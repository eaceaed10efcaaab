using System.Net.Security;
using System.Security.Authentication;

namespace GenesysLambdas.Benchmarks.Loopback;

/// <summary>What a function calls: stand-ins for Secrets Manager and for the external API of customer-profile.</summary>
internal sealed class CalledServers : IDisposable
{
    public const string SecretId = "genesys-lambdas/customer-api";
    public const string Customer = """{"data":{"name":"John Doe","tier":"gold","balance":150.00},"status":"active"}""";

    private const string Token = "local-customer-token";

    private static readonly byte[] Unauthorized = HttpResponse.Json("401 Unauthorized", """{"error":"unauthorized"}""");
    private static readonly byte[] Secret = HttpResponse.Json(
        "200 OK",
        $$"""{"ARN":"arn:aws:secretsmanager:us-east-1:123456789012:secret:{{SecretId}}-AbCdEf","Name":"{{SecretId}}","SecretString":"{{Token}}","VersionId":"1"}""");

    private static readonly byte[] Profile = HttpResponse.Json("200 OK", Customer);

    private readonly HttpServer _secretsManager;
    private readonly HttpServer _api;

    /// <summary>Starts them, over TLS if there are certificates for them.</summary>
    public CalledServers(CertificateAuthority? amazon = null, CertificateAuthority? other = null)
    {
        Transport = amazon is null ? "plain HTTP" : "TLS";
        _secretsManager = new HttpServer(request => ValueTask.FromResult(IsSigned(request) ? Secret : Unauthorized), Tls(amazon)).Start();
        _api = new HttpServer(request => ValueTask.FromResult(IsRight(request) ? Profile : Unauthorized), Tls(other)).Start();
    }

    public string Transport { get; }

    public string SecretsManager => _secretsManager.Address;

    public string Api => _api.Address;

    public void Dispose()
    {
        _secretsManager.Dispose();
        _api.Dispose();
    }

    private static bool IsSigned(HttpRequest request) =>
        request.Header("X-Amz-Target") == "secretsmanager.GetSecretValue"
        && request.Header("Authorization") is { } authorization
        && authorization.StartsWith("AWS4-HMAC-SHA256 Credential=", StringComparison.Ordinal)
        && authorization.Contains("Signature=", StringComparison.Ordinal);

    private static bool IsRight(HttpRequest request) =>
        request.Header("Authorization") == "Bearer " + Token && request.Target.StartsWith("/v1/user-info?id=12345&locale=", StringComparison.Ordinal);

    private static SslServerAuthenticationOptions? Tls(CertificateAuthority? authority) => authority is null ? null : new()
    {
        ServerCertificateContext = authority.Server,
        EnabledSslProtocols = SslProtocols.Tls13,
    };
}
