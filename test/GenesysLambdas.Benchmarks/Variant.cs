namespace GenesysLambdas.Benchmarks;

/// <summary>A program that does what customer-profile does.</summary>
/// <param name="Name">What <c>--variants</c> calls it.</param>
/// <param name="Description">What the tables call it.</param>
/// <param name="Trust">How it learns which roots to trust.</param>
/// <param name="Target">The folder in <c>out/benchmarks</c> that it is built into; variants with the same one are the same program.</param>
internal sealed record Variant(string Name, string Description, TrustKind Trust, string Target)
{
    /// <summary>What all others are compared with.</summary>
    public const string Baseline = "bare";

    /// <summary>Where the sources are.</summary>
    public static string Repository { get; } = Path.GetFullPath(typeof(Variant).Assembly.GetCustomAttributes(inherit: false)
        .OfType<System.Reflection.AssemblyMetadataAttribute>().Single(metadata => metadata.Key == nameof(Repository)).Value!);

    public static IReadOnlyList<Variant> All { get; } =
    [
        new("suite", "this suite, Native AOT", TrustKind.Shipped, "suite-aot"),
        new("suite-system-trust", "this suite, .NET's default trust", TrustKind.System, "suite-aot"),
        new("suite-r2r", "this suite, ReadyToRun", TrustKind.Shipped, "suite-r2r"),
        new("suite-jit", "this suite, JIT only", TrustKind.Shipped, "suite-jit"),
        new(Baseline, "bare loop, Native AOT", TrustKind.System, "bare"),
        new("go", "bare loop, Go", TrustKind.System, "go"),
        new("rust", "bare loop, Rust", TrustKind.System, "rust"),
        new("python", "Python, requests and boto3", TrustKind.System, "python"),
    ];

    public string Folder { get; } = Path.Combine(Repository, "out", "benchmarks", Target);

    /// <summary>The program and its arguments.</summary>
    public string[] CommandLine => Target switch
    {
        "suite-aot" => [Path.Combine(Folder, "GenesysLambdas")],
        "suite-r2r" or "suite-jit" => ["dotnet", Path.Combine(Folder, "GenesysLambdas.dll")],
        "bare" => [Path.Combine(Folder, "BareLoop")],
        "go" or "rust" => [Path.Combine(Folder, "function")],
        _ => ["python3", Path.Combine(Folder, "function.py")],
    };

    /// <summary>The size in bytes of what would be deployed; null for Python, whose packages are not in the folder.</summary>
    public long? Size => Target == "python" ? null : new DirectoryInfo(Folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
}
