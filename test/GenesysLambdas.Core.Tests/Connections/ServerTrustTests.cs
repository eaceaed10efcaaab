using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using GenesysLambdas.Core.Connections;
using GenesysLambdas.Testing;
using GenesysLambdas.Testing.Certificates;

namespace GenesysLambdas.Core.Tests.Connections;

/// <summary>
/// Each decision compared with .NET's own with all of the file's roots. .NET reads the system's trust once per process, so here both get
/// their roots as custom trust; <c>SystemTrustTests</c> uses the real variables.
/// </summary>
public sealed class ServerTrustTests
{
    private static readonly CertificateAuthority Root = CertificateAuthority.Root();
    private static readonly CertificateAuthority OtherRoot = CertificateAuthority.Root();
    private static readonly CertificateAuthority ThirdRoot = CertificateAuthority.Root();
    private static readonly CertificateAuthority ExpiredRoot = CertificateAuthority.Root(until: DateTimeOffset.UtcNow.AddDays(-1));
    private static readonly CertificateAuthority Intermediate = Root.Intermediate();

    public static TheoryData<string, bool> Servers => new()
    {
        { "of an intermediate", true },
        { "of the root itself", true },
        { "for another host", false },
        { "expired", false },
        { "not yet valid", false },
        { "for clients", false },
        { "of an unknown root", false },
        { "of an expired root", false },
        { "self-signed", false },
        { "without its intermediate", false },
        { "of an intermediate that two trusted roots have signed", true },
        { "of an intermediate signed by a trusted root and then by another", true },
        // OpenSSL follows the first that it is sent, and does not come back.
        { "of an intermediate signed by an unknown root and then by a trusted one", false },
        { "with a root that another root has signed", true },
        { "with certificates that have nothing to do with it", true },
        { "with its root", true },
    };

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Trusts_a_server_if_and_only_if_NET_would_with_the_files_roots(string server, bool isTrusted)
    {
        var (certificate, sent) = Create(server);
        X509Certificate2[] roots = [OtherRoot.Certificate, Root.Certificate, ExpiredRoot.Certificate];

        foreach (var known in new X509Certificate2[][] { [], [Root.Certificate], [OtherRoot.Certificate], [ThirdRoot.Certificate], [ThirdRoot.Certificate, Root.Certificate] })
        {
            Assert.Equal(isTrusted, await DecideAsync(known, roots, certificate, sent));
        }

        Assert.Equal(isTrusted, await Handshake.SucceedsAsync(Trusting(roots), certificate, sent));
    }

    [Fact]
    public async Task A_root_that_NET_knows_is_trusted_only_if_it_is_in_the_file()
    {
        using var server = ThirdRoot.Intermediate().Server();

        Assert.False(await DecideAsync(known: [ThirdRoot.Certificate], file: [Root.Certificate], server));
    }

    [Fact]
    public async Task An_empty_file_trusts_no_server()
    {
        using var server = Root.Server();

        Assert.False(await DecideAsync(known: [Root.Certificate], file: [], server));
    }

    [Fact]
    public async Task Without_the_file_NET_decides()
    {
        using var server = Root.Server();
        var trust = new ServerTrust(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString()));

        Assert.True(await Handshake.SucceedsAsync(Knowing(trust, [Root.Certificate]), server));
        Assert.False(await Handshake.SucceedsAsync(Knowing(trust, []), server));
    }

    // As OpenSSL does, and .NET with it (OpenSslCachedSystemStoreProvider in dotnet/runtime).
    [Theory]
    [InlineData("-----BEGIN CERTIFICATE-----\n!\n-----END CERTIFICATE-----\n")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")]
    [InlineData("-----BEGIN CERTIFICATE-----\n")]
    public async Task Of_a_file_that_is_malformed_only_the_roots_before_that_place_are_trusted(string malformed)
    {
        using var before = Root.Server();
        using var after = OtherRoot.Server();
        using var file = new RootsFile(RootsFile.Pem(Root.Certificate) + malformed + RootsFile.Pem(OtherRoot.Certificate));

        Assert.True(await Handshake.SucceedsAsync(Knowing(new ServerTrust(file.Path), []), before));
        Assert.False(await Handshake.SucceedsAsync(Knowing(new ServerTrust(file.Path), []), after));
    }

    [Fact]
    public async Task A_file_with_an_intermediate_in_place_of_its_root_does_not_make_it_one()
    {
        using var server = Intermediate.Server();

        Assert.False(await DecideAsync(known: [], file: [Intermediate.Certificate], server));
        Assert.True(await DecideAsync(known: [], file: [Intermediate.Certificate, Root.Certificate], server));
    }

    [Fact]
    public async Task Downloads_a_missing_intermediate_as_NET_does()
    {
        await using var issuer = new ScriptedApi(Reply.Status(404));
        using var server = Intermediate.Server(issuerAddress: new Uri(issuer.BaseUrl + "/intermediate.cer"));

        Assert.False(await Handshake.SucceedsAsync(Trusting([Root.Certificate]), server));
        var asked = issuer.Requests.Count;
        Assert.False(await DecideAsync(known: [], file: [Root.Certificate], server));

        Assert.Equal(1, asked);
        // Once more by .NET, to compare with, and once by the decision.
        Assert.Equal(3, issuer.Requests.Count);
    }

    [Fact]
    public async Task Decides_twenty_simultaneous_handshakes_independently()
    {
        using var file = new RootsFile(Root.Certificate, OtherRoot.Certificate);
        var trust = new ServerTrust(file.Path);
        using var trusted = Intermediate.Server();
        using var untrusted = ThirdRoot.Server();

        var decisions = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => i % 2 == 0
            ? Handshake.SucceedsAsync(Knowing(trust, []), trusted, Intermediate.Certificate)
            : Handshake.SucceedsAsync(Knowing(trust, []), untrusted)));

        Assert.Equal(Enumerable.Range(0, 20).Select(i => i % 2 == 0), decisions);
    }

    private static (X509Certificate2 Server, X509Certificate2[] Sent) Create(string server)
    {
        var twice = ThirdRoot.Intermediate();
        return server switch
        {
            "of an intermediate" => (Intermediate.Server(), [Intermediate.Certificate]),
            "of the root itself" => (Root.Server(), []),
            "for another host" => (Intermediate.Server("else.example"), [Intermediate.Certificate]),
            "expired" => (Intermediate.Server(until: DateTimeOffset.UtcNow.AddDays(-1)), [Intermediate.Certificate]),
            "not yet valid" => (Intermediate.Server(from: DateTimeOffset.UtcNow.AddDays(1)), [Intermediate.Certificate]),
            "for clients" => (Intermediate.Server(isForServers: false), [Intermediate.Certificate]),
            "of an unknown root" => (CertificateAuthority.Root().Server(), []),
            "of an expired root" => (ExpiredRoot.Server(), []),
            "self-signed" => (TestCertificate.ForLoopback(), []),
            "without its intermediate" => (Intermediate.Server(), []),
            "of an intermediate that two trusted roots have signed" => (Intermediate.Server(), [OtherRoot.CrossSign(Intermediate), Intermediate.Certificate]),
            "of an intermediate signed by a trusted root and then by another" => (twice.Server(), [Root.CrossSign(twice), twice.Certificate]),
            "of an intermediate signed by an unknown root and then by a trusted one" => (twice.Server(), [twice.Certificate, Root.CrossSign(twice)]),
            "with a root that another root has signed" => (ThirdRoot.Server(), [Root.CrossSign(ThirdRoot)]),
            "with certificates that have nothing to do with it" => (Intermediate.Server(), [twice.Certificate, Intermediate.Certificate, ThirdRoot.Certificate]),
            "with its root" => (Intermediate.Server(), [Intermediate.Certificate, Root.Certificate]),
            _ => throw new ArgumentOutOfRangeException(nameof(server)),
        };
    }

    /// <summary>Decides, and compares that with .NET's own decision.</summary>
    private static async Task<bool> DecideAsync(X509Certificate2[] known, X509Certificate2[] file, X509Certificate2 server, params X509Certificate2[] sent)
    {
        using var roots = new RootsFile(file);
        var decision = await Handshake.SucceedsAsync(Knowing(new ServerTrust(roots.Path), known), server, sent);
        Assert.Equal(await Handshake.SucceedsAsync(Trusting(file), server, sent), decision);
        return decision;
    }

    /// <summary>The options of a function whose <c>SSL_CERT_FILE</c> names a file of these roots.</summary>
    private static SslClientAuthenticationOptions Knowing(ServerTrust trust, X509Certificate2[] roots)
    {
        var options = trust.TlsOptions();
        options.CertificateChainPolicy!.TrustMode = X509ChainTrustMode.CustomRootTrust;
        options.CertificateChainPolicy.CustomTrustStore.AddRange(roots);
        return options;
    }

    private static SslClientAuthenticationOptions Trusting(X509Certificate2[] roots)
    {
        var policy = new X509ChainPolicy { RevocationMode = X509RevocationMode.NoCheck, TrustMode = X509ChainTrustMode.CustomRootTrust };
        policy.CustomTrustStore.AddRange(roots);
        return new() { CertificateChainPolicy = policy };
    }
}
