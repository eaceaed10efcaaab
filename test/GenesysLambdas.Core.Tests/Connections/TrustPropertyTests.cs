using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using FsCheck.Fluent;
using GenesysLambdas.Core.Connections;
using GenesysLambdas.Testing.Certificates;
using GenesysLambdas.Testing.Hostile;

namespace GenesysLambdas.Core.Tests.Connections;

/// <summary>
/// Random chains, of authorities that sign each other, against random files of roots. With other certificates in the file, OpenSSL may
/// follow one of them to a dead end and refuse what is trusted here.
/// </summary>
public sealed class TrustPropertyTests(ITestOutputHelper output)
{
    private const int Cases = 500;

    private static readonly CertificateAuthority[] Roots = [.. Enumerable.Range(0, 4).Select(_ => CertificateAuthority.Root())];
    private static readonly CertificateAuthority[] Intermediates = [.. Roots.Take(3).Select(root => root.Intermediate())];
    private static readonly CertificateAuthority[] LowerIntermediates = [.. Intermediates.Select(intermediate => intermediate.Intermediate())];
    private static readonly X509Certificate2[] RootCertificates = [.. Roots.Select(root => root.Certificate)];

    // Each authority may also be signed by another root, so that there is more than one way up.
    private static readonly X509Certificate2[] Sendable =
    [
        .. Intermediates.Concat(LowerIntermediates).Select(authority => authority.Certificate),
        .. RootCertificates,
        .. Intermediates.Select(intermediate => Roots[3].CrossSign(intermediate)),
        .. Roots.Skip(1).Select(root => Roots[0].CrossSign(root)),
    ];

    private static readonly X509Certificate2[] Servers = [.. Roots.Concat(Intermediates).Concat(LowerIntermediates).Select(authority => authority.Server())];

    [Fact]
    public async Task Trusts_any_chain_if_and_only_if_NET_would_with_the_files_roots()
    {
        var decisions = new HashSet<bool>();
        var kind =
            from server in Gen.Elements(Servers)
            from sent in Gen.SubListOf(Sendable)
            from order in Gen.Shuffle(sent.ToArray())
            from known in Gen.SubListOf(RootCertificates)
            from file in Gen.SubListOf(RootCertificates)
            select new Case(server, order, [.. known], [.. file]);

        await output.ForAllAsync(Cases, kind, one =>
        {
            using var roots = new RootsFile(one.File);
            var expected = Build(one, one.File, out _);
            var errors = Build(one, one.Known, out var chain) ? SslPolicyErrors.None : SslPolicyErrors.RemoteCertificateChainErrors;

            Assert.Equal(expected, new ServerTrust(roots.Path).Trusts(one.Server, chain, errors));
            decisions.Add(expected);
        });

        Assert.Equal(2, decisions.Count);
    }

    // As SslStream does it: the purpose is a server's, and what the server sent may be used.
    private static bool Build(Case one, X509Certificate2[] roots, out X509Chain chain)
    {
        chain = new X509Chain
        {
            ChainPolicy =
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
                ApplicationPolicy = { new Oid("1.3.6.1.5.5.7.3.1") },
            },
        };
        chain.ChainPolicy.CustomTrustStore.AddRange(roots);
        chain.ChainPolicy.ExtraStore.AddRange(one.Sent);
        return chain.Build(one.Server);
    }

    private sealed record Case(X509Certificate2 Server, X509Certificate2[] Sent, X509Certificate2[] Known, X509Certificate2[] File)
    {
        public override string ToString() => $"server {Server.Issuer}\nsent {Names(Sent)}\nknown {Names(Known)}\nfile {Names(File)}";

        private static string Names(X509Certificate2[] certificates) =>
            string.Join("\n  ", certificates.Select(certificate => $"{certificate.Subject} of {certificate.Issuer}"));
    }
}
