using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using GenesysLambdas.Core.Settings;

namespace GenesysLambdas.Core.Connections;

/// <summary>
/// Trusts the same servers that .NET would with all the roots in a file, but parses only the roots it needs.
/// </summary>
/// <param name="rootsFile">The file; null to let .NET decide.</param>
/// <remarks>
/// .NET parses all of the system's roots before the first handshake (https://github.com/dotnet/runtime/issues/106394), unless
/// <c>SSL_CERT_FILE</c> and <c>SSL_CERT_DIR</c> point it to a few, as template.yaml does.
/// </remarks>
internal sealed class ServerTrust(string? rootsFile)
{
    // Amazon Linux and Debian.
    private static readonly string[] SystemRoots = ["/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/certs/ca-certificates.crt"];

    // RFC 5280, section 4.2.1.12: id-kp-serverAuth.
    private static readonly Oid ServerAuthentication = new("1.3.6.1.5.5.7.3.1");

    private readonly Lazy<TrustedRoots?> _roots = new(() => rootsFile is null ? null : TrustedRoots.Read(rootsFile));

    /// <summary>Uses the file in <c>TRUSTED_ROOTS</c>, or the system's roots file if <c>SSL_CERT_DIR</c> keeps .NET from reading it.</summary>
    /// <exception cref="LookupException"><c>TRUSTED_ROOTS</c> does not name a file.</exception>
    public static ServerTrust Read(SettingsReader settings)
    {
        if (settings.Text(HostSettings.TrustedRoots) is { Length: > 0 } named)
        {
            return new(File.Exists(named) ? named : throw SettingsReader.Malformed(HostSettings.TrustedRoots.Name, "the path of a PEM file"));
        }

        var folder = settings.Text("SSL_CERT_DIR");
        return new(folder.Length > 0 && !Directory.Exists(folder) ? Array.Find(SystemRoots, File.Exists) : null);
    }

    /// <summary>Creates a handler without redirects, cookies or a proxy.</summary>
    public SocketsHttpHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ActivityHeadersPropagator = null,
        SslOptions = TlsOptions(),
    };

    /// <summary>TLS options that apply this trust decision.</summary>
    public SslClientAuthenticationOptions TlsOptions() => rootsFile is null ? new() : new()
    {
        // A certificate that .NET lacks is probably in the file. Verify uses the network only as a last resort.
        CertificateChainPolicy = new X509ChainPolicy { RevocationMode = X509RevocationMode.NoCheck, DisableCertificateDownloads = true },
        RemoteCertificateValidationCallback = (_, certificate, chain, errors) => Trusts(certificate as X509Certificate2, chain, errors),
    };

    /// <param name="chain">The chain that .NET built with the roots it has. Its extra store holds the other certificates that the server sent.</param>
    internal bool Trusts(X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null || chain is null || _roots.Value is not { } roots)
        {
            return errors == SslPolicyErrors.None;
        }

        if ((errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != SslPolicyErrors.None)
        {
            // For example, a certificate for another host. No root can fix that.
            return false;
        }

        var isVerified = errors == SslPolicyErrors.None && roots.Contain(chain.ChainElements[^1].Certificate);
        return isVerified || Verify(certificate, chain.ChainPolicy.ExtraStore, roots);
    }

    private static bool Verify(X509Certificate2 certificate, X509Certificate2Collection sent, TrustedRoots roots) =>
        Verify(certificate, sent, roots.IssuersOf([certificate, .. sent]), mayDownload: false)
        // Rare and slow, but complete: like .NET, this downloads intermediate certificates that the server did not send.
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
