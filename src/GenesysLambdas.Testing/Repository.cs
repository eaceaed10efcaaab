using System.Reflection;

namespace GenesysLambdas.Testing;

/// <summary>The repository that the running test project was built from.</summary>
public static class Repository
{
    public static string Root { get; } = System.IO.Path.GetFullPath(Metadata("Repository"));

    /// <summary>The AWS packages in this build: lean or nuget.</summary>
    public static string AwsPackages { get; } = Metadata("AwsPackages");

    /// <summary>The full path of a file or folder in it.</summary>
    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    /// <summary>The source files in a folder, without build output.</summary>
    public static IEnumerable<string> Sources(params string[] parts) =>
        from file in Directory.EnumerateFiles(Path(parts), "*.cs", SearchOption.AllDirectories)
        let folders = System.IO.Path.GetRelativePath(Root, file).Split(System.IO.Path.DirectorySeparatorChar)
        where !folders.Contains("obj") && !folders.Contains("bin")
        select file;

    private static string Metadata(string key) =>
        Assembly.GetEntryAssembly()!.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == key).Value!;
}
