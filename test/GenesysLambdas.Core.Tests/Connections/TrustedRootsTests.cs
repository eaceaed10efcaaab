using System.Security.Cryptography.X509Certificates;
using GenesysLambdas.Core.Connections;
using GenesysLambdas.Testing.Certificates;

namespace GenesysLambdas.Core.Tests.Connections;

public sealed class TrustedRootsTests
{
    [Fact]
    public void Finds_the_issuers_of_a_certificate_by_name_and_leaves_the_others_alone()
    {
        var (root, other) = (CertificateAuthority.Root(), CertificateAuthority.Root());
        var intermediate = root.Intermediate();
        using var server = intermediate.Server();
        using var file = new RootsFile(other.Certificate, root.Certificate, intermediate.Certificate);

        var issuers = TrustedRoots.Read(file.Path)!.IssuersOf([server]);

        Assert.Equal(
            new[] { root.Certificate.Thumbprint, intermediate.Certificate.Thumbprint }.Order(),
            issuers.Select(issuer => issuer.Thumbprint).Order());
    }

    // Version 1 certificates, such as some old roots, lack the version (RFC 5280, section 4.1.2.1).
    [Fact]
    public void Finds_an_issuer_of_version_1()
    {
        // openssl x509 -req, without extensions
        const string VersionOne = """
            -----BEGIN CERTIFICATE-----
            MIIBNDCB2wIUCyoXkzuUyWWDHs03pb0s8y7YbUYwCgYIKoZIzj0EAwIwHDEaMBgG
            A1UEAwwRUm9vdCBvZiB2ZXJzaW9uIDEwIBcNMjYxMjAxMDEwOTU5WhgPMjEyNjEx
            MDcwMTA5NTlaMBwxGjAYBgNVBAMMEVJvb3Qgb2YgdmVyc2lvbiAxMFkwEwYHKoZI
            zj0CAQYIKoZIzj0DAQcDQgAEPIx/fstrk/AInzoDii6UIXbHIBeWFh1oDoFkCcdq
            7zZKx7GEAx6FG6JLfbRM+m8IN50hz50nRm8xRY8JCU2BlDAKBggqhkjOPQQDAgNI
            ADBFAiEAud2mJyNk2gga61eIP+MkEocHN99t3XkAQiCi8LyvQYgCIHnVaWhWn0Co
            R2ylCu4NUuG4P2riDlihfcMINSTdZiix
            -----END CERTIFICATE-----
            """;
        using var file = new RootsFile(VersionOne);
        using var root = X509Certificate2.CreateFromPem(VersionOne);

        var issuers = TrustedRoots.Read(file.Path)!.IssuersOf([root]);

        Assert.Equal(root.Thumbprint, Assert.Single(issuers).Thumbprint);
    }
}
