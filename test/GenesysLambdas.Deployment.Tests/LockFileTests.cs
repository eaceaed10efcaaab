using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json.Nodes;
using GenesysLambdas.Testing;

namespace GenesysLambdas.Deployment.Tests;

/// <summary>Restores for a deployment with AWS's packages, with the repository's build files and a folder of packages in place of a feed.</summary>
public sealed class LockFileTests : IDisposable
{
    private const string LockFile = "packages.nuget.linux-x64.lock.json";

    private static readonly string[] Deployed = ["-p:RuntimeIdentifier=linux-x64", "-p:AwsPackages=nuget"];

    private readonly string _root = Directory.CreateTempSubdirectory("genesys-lambdas-").FullName;

    public LockFileTests()
    {
        foreach (var file in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json"])
        {
            File.Copy(Repository.Path(file), Path.Combine(_root, file));
        }

        File.WriteAllText(Path.Combine(_root, "Function.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <IsAotCompatible>true</IsAotCompatible>
                <EnableAotAnalyzer>false</EnableAotAnalyzer>
                <EnableTrimAnalyzer>false</EnableTrimAnalyzer>
                <EnableSingleFileAnalyzer>false</EnableSingleFileAnalyzer>
              </PropertyGroup>
              <ItemGroup>
                <PackageVersion Include="Sample.Service" Version="1.0.0" />
                <PackageVersion Include="Sample.Core" Version="1.1.0" />
                <PackageReference Include="Sample.Service" />
              </ItemGroup>
            </Project>
            """);
        Pack("Sample.Service", "1.0.0", """<dependency id="Sample.Core" version="[1.0.0, 2.0.0)" />""");
        Pack("Sample.Core", "1.0.0");
        Pack("Sample.Core", "1.1.0");
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task A_lock_file_is_used_once_it_exists()
    {
        Assert.Null(await RestoreAsync(Deployed));
        Assert.False(File.Exists(Path.Combine(_root, LockFile)));

        Assert.Null(await RestoreAsync([.. Deployed, "-p:WriteLockFiles=true"]));
        Assert.Null(await RestoreAsync(Deployed));

        Pack("Sample.Core", "1.1.0", "", "changed");
        Directory.Delete(Path.Combine(_root, "packages"), recursive: true);
        Assert.Contains("NU1403", await RestoreAsync(Deployed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_of_a_range_has_the_version_in_Directory_Packages_props()
    {
        Assert.Null(await RestoreAsync([.. Deployed, "-p:WriteLockFiles=true"]));

        var locked = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(_root, LockFile)))!["dependencies"]!["net10.0"]!["Sample.Core"]!;
        Assert.Equal("1.1.0", locked["resolved"]!.GetValue<string>());
    }

    private void Pack(string id, string version, string dependency = "", string content = "")
    {
        var feed = Directory.CreateDirectory(Path.Combine(_root, "feed")).FullName;
        using var package = new ZipArchive(File.Create(Path.Combine(feed, $"{id}.{version}.nupkg")), ZipArchiveMode.Create);
        Add(package, $"{id}.nuspec", $"""
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
              <metadata>
                <id>{id}</id>
                <version>{version}</version>
                <authors>Test</authors>
                <description>Test</description>
                <dependencies><group targetFramework="net10.0">{dependency}</group></dependencies>
              </metadata>
            </package>
            """);
        Add(package, "lib/net10.0/_._", content);
    }

    private static void Add(ZipArchive package, string name, string content)
    {
        using var writer = new StreamWriter(package.CreateEntry(name).Open());
        writer.Write(content);
    }

    /// <returns>What it printed, if it failed; otherwise null.</returns>
    private async Task<string?> RestoreAsync(IEnumerable<string> arguments)
    {
        var known = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var start = new ProcessStartInfo("dotnet", ["restore", "--force", .. arguments, $"-p:RestoreSources={Path.Combine(_root, "feed")}", $"-p:RestoreFallbackFolders={known}"])
        {
            WorkingDirectory = _root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name == "AwsPackages").ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["NUGET_PACKAGES"] = Path.Combine(_root, "packages");
        using var process = Process.Start(start)!;
        var output = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? null : string.Concat(output);
    }
}
