using System.Security.Cryptography.X509Certificates;
using GenesysLambdas.Testing;
using GenesysLambdas.Testing.Certificates;

namespace GenesysLambdas.Tests.EndToEnd;

/// <summary>Secrets Manager and the API of customer-profile over TLS, with certificates of an authority of the test's own.</summary>
internal sealed class TlsServers : IAsyncDisposable
{
    private readonly X509Certificate2 _secretsCertificate;
    private readonly X509Certificate2 _apiCertificate;
    private readonly ScriptedApi _secrets;
    private readonly ScriptedApi _api;

    public TlsServers(CertificateAuthority secretsIssuer, CertificateAuthority apiIssuer)
    {
        (_secretsCertificate, _apiCertificate) = (secretsIssuer.Server(), apiIssuer.Server());
        _secrets = new(Reply.Ok("""{"ARN":"arn:aws:secretsmanager:us-east-1:123456789012:secret:s-AbCdEf","Name":"s","SecretString":"the-token"}"""))
        {
            Certificate = _secretsCertificate,
        };
        _api = new(request => request["Authorization"] == "Bearer the-token" ? Reply.Ok("""{"data":{"name":"Ada Lovelace"}}""") : Reply.Status(401))
        {
            Certificate = _apiCertificate,
        };
    }

    public const string Function = "CustomerProfileFunction";
    public const string Request = """{"customer_id":"1"}""";
    public const string CustomerName = "Ada Lovelace";

    /// <summary>What leads the function to them.</summary>
    public IEnumerable<(string Name, string Value)> Settings =>
    [
        ("AWS_ENDPOINT_URL_SECRETS_MANAGER", _secrets.BaseUrl),
        ("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE"),
        ("AWS_SECRET_ACCESS_KEY", "example"),
        ("CUSTOMER_API_BASE_URL", _api.BaseUrl),
        ("CUSTOMER_API_SECRET_ID", "s"),
    ];

    public async ValueTask DisposeAsync()
    {
        await _secrets.DisposeAsync();
        await _api.DisposeAsync();
        _secretsCertificate.Dispose();
        _apiCertificate.Dispose();
    }
}
