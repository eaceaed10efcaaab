using GenesysLambdas.Benchmarks.Loopback;

namespace GenesysLambdas.Benchmarks;

/// <summary>How a variant learns which roots to trust.</summary>
internal enum TrustKind
{
    /// <summary>All of the system's roots, read where the system keeps them.</summary>
    System,

    /// <summary>As <c>template.yaml</c> sets it: the bundle that ships with the function, and all roots only when they are needed.</summary>
    Shipped,
}

/// <summary>
/// Two certificate authorities, and files with the roots that functions trust: a full bundle, which is this system's own and both
/// authorities, and small ones, which are what ships with a function and the authority that plays Amazon's.
/// </summary>
internal sealed class Trust : IDisposable
{
    private const string ShippedBundle = "amazon-roots.pem";

    private static readonly string[] Bundles = ["/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/certs/ca-certificates.crt"];
    private static readonly string[] Folders = ["/etc/ssl/certs", "/etc/pki/tls/certs"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("genesys-lambdas-benchmark-");
    private readonly string _full;

    public Trust()
    {
        var bundle = Array.Find(Bundles, File.Exists) ?? throw new BenchmarkException($"This system has no bundle of trusted roots: neither {string.Join(" nor ", Bundles)}.");
        _full = Path.Combine(_folder.FullName, "full.pem");
        var roots = File.ReadAllText(bundle);
        File.WriteAllText(_full, roots + "\n" + Amazon.Root + Other.Root);
        Description = $"Trusted roots: {roots.Split("BEGIN CERTIFICATE").Length - 1} of {bundle} and 2 of the benchmark's; SSL_CERT_DIR is {Array.Find(Folders, Directory.Exists) ?? "not set"}.";
    }

    /// <summary>Plays Amazon's: Secrets Manager's certificate is from it.</summary>
    public CertificateAuthority Amazon { get; } = new("Benchmark Amazon");

    /// <summary>Plays any other: the external API's certificate is from it.</summary>
    public CertificateAuthority Other { get; } = new("Benchmark Other");

    public string Description { get; }

    /// <summary>The environment variables that lead a variant to its roots.</summary>
    public Dictionary<string, string> Variables(Variant variant)
    {
        if (variant.Trust == TrustKind.Shipped)
        {
            var small = Path.Combine(_folder.FullName, variant.Name + ".pem");
            File.WriteAllText(small, File.ReadAllText(Path.Combine(variant.Folder, ShippedBundle)) + "\n" + Amazon.Root);
            return new() { ["SSL_CERT_FILE"] = small, ["SSL_CERT_DIR"] = Path.Combine(_folder.FullName, "none"), ["TRUSTED_ROOTS"] = _full };
        }

        // The last two are for Python: requests and boto3 otherwise bring their own roots.
        var variables = new Dictionary<string, string> { ["SSL_CERT_FILE"] = _full, ["REQUESTS_CA_BUNDLE"] = _full, ["AWS_CA_BUNDLE"] = _full };
        if (Array.Find(Folders, Directory.Exists) is { } folder)
        {
            // A system has its roots in a file and in a folder, and .NET reads both.
            variables["SSL_CERT_DIR"] = folder;
        }

        return variables;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
