using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace GenesysLambdas.Testing.Certificates;

/// <summary>A PEM file of trusted roots, for as long as a test lasts.</summary>
public sealed class RootsFile : IDisposable
{
    /// <summary>A file with any content.</summary>
    public RootsFile(string content) => File.WriteAllText(Path, content);

    /// <summary>A file with these certificates.</summary>
    public RootsFile(params IEnumerable<X509Certificate2> roots)
        : this(string.Concat(roots.Select(Pem)))
    {
    }

    /// <summary>Its full path.</summary>
    public string Path { get; } = System.IO.Path.GetTempFileName();

    /// <summary>As in a system's bundle, with a name above it.</summary>
    public static string Pem(X509Certificate2 certificate) => $"# {certificate.Subject}\n{PemEncoding.WriteString("CERTIFICATE", certificate.RawData)}\n\n";

    public void Dispose() => File.Delete(Path);
}
