using System.Buffers;
using System.Buffers.Text;
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace GenesysLambdas.Core.Connections;

/// <summary>
/// The certificates in a PEM file. Each is parsed when needed, because parsing all of them would take most of a cold start.
/// </summary>
internal sealed class TrustedRoots
{
    private readonly List<Root> _roots;

    private TrustedRoots(List<Root> roots) => _roots = roots;

    /// <summary>Reads the file. Like OpenSSL, it stops at a malformed certificate.</summary>
    /// <returns>Null if the file cannot be read.</returns>
    public static TrustedRoots? Read(string path)
    {
        try
        {
            return new(Parse(File.ReadAllBytes(path)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public bool Contain(X509Certificate2 certificate) => _roots.Exists(root => root.Der.Span.SequenceEqual(certificate.RawDataMemory.Span));

    /// <summary>The issuers of these certificates by name, and their issuers in turn.</summary>
    public X509Certificate2Collection IssuersOf(IEnumerable<X509Certificate2> certificates)
    {
        var issuers = new HashSet<Root>();
        var names = new Queue<ReadOnlyMemory<byte>>(certificates.Select(certificate => (ReadOnlyMemory<byte>)certificate.IssuerName.RawData));
        while (names.TryDequeue(out var name))
        {
            foreach (var root in _roots.Where(root => root.Subject.Span.SequenceEqual(name.Span) && issuers.Add(root)))
            {
                names.Enqueue(root.Issuer);
            }
        }

        return Load(issuers);
    }

    public X509Certificate2Collection All() => Load(_roots);

    private static X509Certificate2Collection Load(IEnumerable<Root> roots)
    {
        var certificates = new X509Certificate2Collection();
        try
        {
            foreach (var root in roots)
            {
                certificates.Add(X509CertificateLoader.LoadCertificate(root.Der.Span));
            }
        }
        catch (CryptographicException)
        {
            // Malformed, although its names could be read.
        }

        return certificates;
    }

    private static List<Root> Parse(ReadOnlySpan<byte> pem)
    {
        var begin = "-----BEGIN CERTIFICATE-----"u8;
        var end = "-----END CERTIFICATE-----"u8;
        var roots = new List<Root>();
        while (pem.IndexOf(begin) is >= 0 and var start)
        {
            pem = pem[(start + begin.Length)..];
            var length = pem.IndexOf(end);
            if (length < 0 || Decode(pem[..length]) is not { } root)
            {
                break;
            }

            roots.Add(root);
        }

        return roots;
    }

    private static Root? Decode(ReadOnlySpan<byte> base64)
    {
        var der = new byte[Base64.GetMaxDecodedFromUtf8Length(base64.Length)];
        if (Base64.DecodeFromUtf8(base64, der, out _, out var length) != OperationStatus.Done)
        {
            return null;
        }

        try
        {
            return ReadNames(der.AsMemory(0, length));
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    // RFC 5280, section 4.1: version, serial number, signature, issuer, validity, subject.
    private static Root ReadNames(ReadOnlyMemory<byte> der)
    {
        var certificate = new AsnReader(der, AsnEncodingRules.DER).ReadSequence().ReadSequence();
        if (certificate.PeekTag() == new Asn1Tag(TagClass.ContextSpecific, 0, isConstructed: true))
        {
            certificate.ReadEncodedValue();
        }

        certificate.ReadEncodedValue();
        certificate.ReadEncodedValue();
        var issuer = certificate.ReadEncodedValue();
        certificate.ReadEncodedValue();
        return new(der, certificate.ReadEncodedValue(), issuer);
    }

    private sealed record Root(ReadOnlyMemory<byte> Der, ReadOnlyMemory<byte> Subject, ReadOnlyMemory<byte> Issuer);
}
