using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace GenesysLambdas.Testing.Certificates;

/// <summary>A certificate authority for tests: a root, or an intermediate that others have signed (RFC 5280).</summary>
public sealed class CertificateAuthority
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    private const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    private static readonly DateTimeOffset LongAgo = DateTimeOffset.UtcNow.AddYears(-3);

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X500DistinguishedName _name;

    private CertificateAuthority(string name) => _name = new($"CN={name} {Guid.NewGuid():N}");

    /// <summary>Its certificate: self-signed for a root; for an intermediate, by the first authority that signed it.</summary>
    public X509Certificate2 Certificate { get; private set; } = null!;

    public static CertificateAuthority Root(DateTimeOffset? until = null)
    {
        var root = new CertificateAuthority("Root");
        using var certificate = root.Request().CreateSelfSigned(LongAgo, until ?? DateTimeOffset.UtcNow.AddYears(10));
        root.Certificate = X509CertificateLoader.LoadCertificate(certificate.RawData);
        return root;
    }

    /// <summary>A new intermediate that this authority has signed.</summary>
    public CertificateAuthority Intermediate()
    {
        var intermediate = new CertificateAuthority("Intermediate");
        intermediate.Certificate = CrossSign(intermediate);
        return intermediate;
    }

    /// <summary>This authority's certificate for another, which may also be signed by others.</summary>
    public X509Certificate2 CrossSign(CertificateAuthority other) => Sign(other.Request(), LongAgo, DateTimeOffset.UtcNow.AddYears(9));

    /// <summary>A server's certificate with its key.</summary>
    public X509Certificate2 Server(
        string host = "127.0.0.1", DateTimeOffset? from = null, DateTimeOffset? until = null, bool isForServers = true, Uri? issuerAddress = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Server", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        if (IPAddress.TryParse(host, out var address))
        {
            names.AddIpAddress(address);
        }
        else
        {
            names.AddDnsName(host);
        }

        request.CertificateExtensions.Add(names.Build());
        var usage = new Oid(isForServers ? ServerAuthentication : ClientAuthentication);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([usage], critical: false));
        if (issuerAddress is not null)
        {
            request.CertificateExtensions.Add(new X509AuthorityInformationAccessExtension(null, [issuerAddress.AbsoluteUri]));
        }

        using var certificate = Sign(request, from ?? DateTimeOffset.UtcNow.AddDays(-30), until ?? DateTimeOffset.UtcNow.AddDays(30));
        using var withKey = certificate.CopyWithPrivateKey(key);

        // On Windows, a server can use the key only after it has been exported.
        return X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pkcs12), password: null);
    }

    private X509Certificate2 Sign(CertificateRequest request, DateTimeOffset from, DateTimeOffset until)
    {
        var serial = RandomNumberGenerator.GetBytes(12);
        // Positive, so that it is encoded unchanged.
        serial[0] = 1;
        return request.Create(_name, X509SignatureGenerator.CreateForECDsa(_key), from, until, serial);
    }

    private CertificateRequest Request()
    {
        var request = new CertificateRequest(_name, _key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(X509BasicConstraintsExtension.CreateForCertificateAuthority());
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        return request;
    }
}
