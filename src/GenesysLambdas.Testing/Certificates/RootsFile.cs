using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace GenesysLambdas.Testing.Certificates;

/// <summary>A temporary PEM file of trusted roots.</summary>
public sealed class RootsFile : IDisposable
{
    public RootsFile(string content) => File.WriteAllText(Path, content);

    public RootsFile(params IEnumerable<X509Certificate2> roots)
        : this(string.Concat(roots.Select(Pem)))
    {
    }

    public string Path { get; } = System.IO.Path.GetTempFileName();

    /// <summary>As in a system's bundle, with a name above each certificate.</summary>
    public static string Pem(X509Certificate2 certificate) => $"# {certificate.Subject}\n{PemEncoding.WriteString("CERTIFICATE", certificate.RawData)}\n\n";

    public void Dispose() => File.Delete(Path);
}
