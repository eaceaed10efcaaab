using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace GenesysLambdas.Benchmarks.Loopback;

/// <summary>
/// A certificate authority as real ones are: a root, which clients trust, an intermediate, and the certificate of a server here.
/// The keys are elliptic, so that the server's part of a handshake is small.
/// </summary>
internal sealed class CertificateAuthority
{
    private static readonly DateTimeOffset From = DateTimeOffset.UtcNow.AddDays(-1);
    private static readonly DateTimeOffset Until = From.AddDays(30);

    public CertificateAuthority(string name)
    {
        var (rootRequest, rootKey) = Request($"CN={name} Root CA", isAuthority: true);
        using var root = rootRequest.CreateSelfSigned(From, Until);
        var intermediate = Issue($"CN={name} Intermediate CA", root, isAuthority: true);
        Root = root.ExportCertificatePem() + "\n";
        Server = SslStreamCertificateContext.Create(Issue("CN=localhost", intermediate, isAuthority: false), [intermediate], offline: true);
        rootKey.Dispose();
    }

    /// <summary>The root, in PEM.</summary>
    public string Root { get; }

    /// <summary>The server's certificate, its key, and the intermediate.</summary>
    public SslStreamCertificateContext Server { get; }

    private static X509Certificate2 Issue(string name, X509Certificate2 issuer, bool isAuthority)
    {
        var (request, key) = Request(name, isAuthority);
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(issuer, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        using var certificate = request.Create(issuer, From, Until, RandomNumberGenerator.GetBytes(16));
        using (key)
        {
            return certificate.CopyWithPrivateKey(key);
        }
    }

    private static (CertificateRequest Request, ECDsa Key) Request(string name, bool isAuthority)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(isAuthority ? X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign : X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        if (!isAuthority)
        {
            var names = new SubjectAlternativeNameBuilder();
            names.AddDnsName("localhost");
            names.AddIpAddress(IPAddress.Loopback);
            request.CertificateExtensions.Add(names.Build());
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1", "serverAuth")], critical: false));
        }

        return (request, key);
    }
}
