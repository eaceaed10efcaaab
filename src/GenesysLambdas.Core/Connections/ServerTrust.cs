using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using GenesysLambdas.Settings;

namespace GenesysLambdas.Connections;

/// <summary>
/// Which servers' certificates are trusted: those that a file of trusted roots vouches for, decided as .NET would decide it if that file
/// were the system's trust, without parsing more roots than it takes.
/// </summary>
/// <param name="rootsFile">The file; null: .NET decides by the system's trust.</param>
/// <remarks>
/// .NET parses all of the system's trusted roots before the first handshake (https://github.com/dotnet/runtime/issues/106394), unless
/// <c>SSL_CERT_FILE</c> and <c>SSL_CERT_DIR</c> lead it to a few; then it is this class that knows the others.
/// </remarks>
internal sealed class ServerTrust(string? rootsFile)
{
    // Amazon Linux, then Debian, which containers are often made from.
    private static readonly string[] SystemRoots = ["/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/certs/ca-certificates.crt"];

    // RFC 5280, section 4.2.1.12: id-kp-serverAuth.
    private static readonly Oid ServerAuthentication = new("1.3.6.1.5.5.7.3.1");

    private readonly Lazy<TrustedRoots?> _roots = new(() => rootsFile is null ? null : TrustedRoots.Read(rootsFile));

    /// <summary>Reads which file it is: the one that <c>TRUSTED_ROOTS</c> names, or the system's if .NET is kept from reading it.</summary>
    public static ServerTrust Read(SettingsReader settings)
    {
        var named = settings.Text("TRUSTED_ROOTS");
        var folder = settings.Text("SSL_CERT_DIR");
        return new(named.Length > 0 ? named
            : folder.Length > 0 && !Directory.Exists(folder) ? Array.Find(SystemRoots, File.Exists)
            : null);
    }

    /// <summary>The options of a TLS connection to a server so trusted.</summary>
    public SslClientAuthenticationOptions TlsOptions() => rootsFile is null ? new() : new()
    {
        // A root that is not among .NET's few is in the file, and need not be searched for on the network.
        CertificateChainPolicy = new X509ChainPolicy { RevocationMode = X509RevocationMode.NoCheck, DisableCertificateDownloads = true },
        RemoteCertificateValidationCallback = (_, certificate, chain, errors) => Trusts(certificate as X509Certificate2, chain, errors),
    };

    /// <summary>Decides.</summary>
    /// <param name="certificate">The server's certificate.</param>
    /// <param name="chain">What .NET made of it with the roots that it knows; its extra store holds the other certificates that the server sent.</param>
    /// <param name="errors">What .NET found wrong.</param>
    internal bool Trusts(X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null || chain is null || _roots.Value is not { } roots)
        {
            return errors == SslPolicyErrors.None;
        }

        // A certificate for another name is refused whoever issued it.
        return (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) == SslPolicyErrors.None
            && ((errors == SslPolicyErrors.None && roots.Contain(chain.ChainElements[^1].Certificate)) || Verify(certificate, chain.ChainPolicy.ExtraStore, roots));
    }

    private static bool Verify(X509Certificate2 certificate, X509Certificate2Collection sent, TrustedRoots roots) =>
        Verify(certificate, sent, roots.IssuersOf([certificate, .. sent]), mayDownload: false)
        // Rare and slow, but complete: an intermediate certificate that the server did not send is fetched, as .NET does.
        || Verify(certificate, sent, roots.All(), mayDownload: true);

    private static bool Verify(X509Certificate2 certificate, X509Certificate2Collection sent, X509Certificate2Collection roots, bool mayDownload)
    {
        using var chain = new X509Chain
        {
            ChainPolicy =
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
                DisableCertificateDownloads = !mayDownload,
                ApplicationPolicy = { ServerAuthentication },
            },
        };
        chain.ChainPolicy.CustomTrustStore.AddRange(roots);
        chain.ChainPolicy.ExtraStore.AddRange(sent);
        return chain.Build(certificate);
    }
}
