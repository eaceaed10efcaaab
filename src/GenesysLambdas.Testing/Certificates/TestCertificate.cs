using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace GenesysLambdas.Testing.Certificates;

/// <summary>Certificates that are not trusted.</summary>
public static class TestCertificate
{
    /// <summary>One for this machine's own address.</summary>
    public static X509Certificate2 ForLoopback() => SelfSigned(names => names.AddIpAddress(System.Net.IPAddress.Loopback));

    public static X509Certificate2 ForAnotherHost() => SelfSigned(names => names.AddDnsName("else.example"));

    private static X509Certificate2 SelfSigned(Action<SubjectAlternativeNameBuilder> name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var names = new SubjectAlternativeNameBuilder();
        name(names);
        var request = new CertificateRequest("CN=Nobody", key, HashAlgorithmName.SHA256) { CertificateExtensions = { names.Build() } };
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));

        // On Windows, a server can use the key only after it has been exported.
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null);
    }
}
