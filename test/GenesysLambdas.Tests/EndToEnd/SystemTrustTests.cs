using System.Text;
using GenesysLambdas.Testing;
using GenesysLambdas.Testing.Certificates;
using GenesysLambdas.Testing.EndToEnd;

namespace GenesysLambdas.Tests.EndToEnd;

/// <summary>
/// The real executable, with Secrets Manager and the external API over TLS, and its trust as template.yaml sets it. .NET reads
/// <c>SSL_CERT_FILE</c> and <c>SSL_CERT_DIR</c> once for a process.
/// </summary>
public sealed class SystemTrustTests
{
    private static readonly CertificateAuthority AmazonsRoot = CertificateAuthority.Root();
    private static readonly CertificateAuthority OtherRoot = CertificateAuthority.Root();

    private static string ShippedRoots => Path.Combine(AppContext.BaseDirectory, "amazon-roots.pem");

    public static TheoryData<string> NETsRoots => ["Secrets Manager's", "those that ship", "none", "malformed", "a file that does not exist"];

    [Theory]
    [MemberData(nameof(NETsRoots))]
    public async Task Trusts_the_systems_roots_whatever_roots_NET_is_given(string roots)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only OpenSSL reads these variables.");
        using var system = new RootsFile(AmazonsRoot.Certificate, OtherRoot.Certificate);
        using var known = new RootsFile(roots switch
        {
            "Secrets Manager's" => RootsFile.Pem(AmazonsRoot.Certificate),
            "those that ship" => await File.ReadAllTextAsync(ShippedRoots),
            "malformed" => "-----BEGIN CERTIFICATE-----\nAAAA\n",
            _ => "",
        });
        (string, string)[] trust =
        [
            ("SSL_CERT_FILE", roots == "a file that does not exist" ? "/no-such-file" : known.Path),
            ("SSL_CERT_DIR", "/no-such-folder"),
            ("TRUSTED_ROOTS", system.Path),
        ];

        Assert.Equal((TlsServers.CustomerName, ""), await AnswerAsync(AmazonsRoot, OtherRoot, trust));
        Assert.Equal(("", "ExternalApiError"), await AnswerAsync(AmazonsRoot, CertificateAuthority.Root(), trust));
    }

    [Fact]
    public async Task A_Secrets_Manager_that_is_not_trusted_gets_no_request()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only OpenSSL reads these variables.");
        using var system = new RootsFile(OtherRoot.Certificate);
        (string, string)[] trust = [("SSL_CERT_FILE", ShippedRoots), ("SSL_CERT_DIR", "/no-such-folder"), ("TRUSTED_ROOTS", system.Path)];

        Assert.Equal(("", "ConfigurationError"), await AnswerAsync(AmazonsRoot, OtherRoot, trust));
    }

    private static async Task<(string Name, string ErrorCode)> AnswerAsync(
        CertificateAuthority secretsIssuer, CertificateAuthority apiIssuer, IEnumerable<(string Name, string Value)> trust)
    {
        await using var servers = new TlsServers(secretsIssuer, apiIssuer);
        await using var emulator = await EmulatorFixture.StartAsync([.. servers.Settings, .. trust, ("CUSTOMER_API_MAX_ATTEMPTS", "1")]);
        var result = await emulator.InvokeAsync(TlsServers.Function, Encoding.UTF8.GetBytes(TlsServers.Request));
        var answer = EmulatorFixture.Answer(result);
        return (answer.Text("customer_name")!, answer.Text("errorCode")!);
    }
}
