using GenesysLambdas.Testing;

namespace GenesysLambdas.Deployment.Tests.Support;

/// <summary>The Makefile in a folder of its own, with sources that change, and a `dotnet` that only counts what it is asked to compile.</summary>
internal sealed class BuildFolder : IDisposable
{
    // What the Makefile calls apart from dotnet and a linker.
    private static readonly string[] Tools =
    [
        "sh", "bash", "make", "cat", "cksum", "cmp", "cp", "dirname", "find", "flock", "grep", "mkdir", "perl", "rm", "sed", "sleep", "sort", "tail", "tee", "test", "touch",
        "uname",
    ];

    private readonly string _root = Directory.CreateTempSubdirectory("genesys lambdas ").FullName;

    private string? _path;

    public BuildFolder()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The stand-in for dotnet is a shell script.");
        Assert.SkipUnless(Make.IsInstalled("make"), "make is not installed.");

        foreach (var file in (string[])["Makefile", "template.yaml", "global.json", "Directory.Build.props"])
        {
            Write(file, File.ReadAllText(Repository.Path(file)));
        }

        Write("src/GenesysLambdas/Program.cs", "class Program;");
        Write("src/GenesysLambdas/Extra.cs", "class Extra;");
        Directory.CreateDirectory(Path("../bin"));
        File.WriteAllText(Path("../bin/dotnet"), """
            #!/bin/sh
            if [ "$1" = --list-sdks ]; then echo "8.0.100 [/usr/share/dotnet/sdk]"; echo "9.0.200 [/usr/share/dotnet/sdk]"; exit; fi
            if [ "$1" = --version ]; then [ "$SDK" != none ] || exit 155; echo "${SDK:-10.0.100}"; exit; fi
            if [ -n "$RESTORE" ]; then echo "src/GenesysLambdas.csproj : error $RESTORE: Unable to find package Amazon.Lambda.Core."; exit 1; fi
            echo "$@" >> "$COMPILED"
            while [ "$1" != --output ]; do shift; done
            # A second compilation at the same time fails, as in one folder it would.
            mkdir "$2" && sleep 0.2 && echo program > "$2/GenesysLambdas"
            """);
        SetMode("../bin/dotnet", UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>The arguments of each `dotnet publish` so far.</summary>
    public IReadOnlyList<string> Compilations => File.Exists(Path("../compiled")) ? File.ReadAllLines(Path("../compiled")) : [];

    public string Path(string file) => System.IO.Path.GetFullPath(System.IO.Path.Combine(_root, "sources", file));

    public void Write(string file, string content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path(file))!);
        File.WriteAllText(Path(file), content);
    }

    public void SetMode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path(path), mode);
        }
    }

    /// <summary>Copies the sources, as `sam build` does unless it builds in source.</summary>
    /// <returns>The copy's folder.</returns>
    public string Copy(string name)
    {
        foreach (var file in Directory.EnumerateFiles(Path("."), "*", SearchOption.AllDirectories))
        {
            var copy = System.IO.Path.Combine(_root, name, System.IO.Path.GetRelativePath(Path("."), file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return System.IO.Path.Combine(_root, name);
    }

    /// <summary>Takes from the path all but what every machine has, and these.</summary>
    public void LeaveInPath(params string[] programs)
    {
        Directory.CreateDirectory(Path("../tools"));
        foreach (var tool in Tools.Concat(programs))
        {
            var folders = Environment.GetEnvironmentVariable("PATH")!.Split(System.IO.Path.PathSeparator);
            if (folders.Prepend(Path("../bin")).Select(folder => System.IO.Path.Combine(folder, tool)).FirstOrDefault(File.Exists) is { } file)
            {
                File.CreateSymbolicLink(Path($"../tools/{tool}"), file);
            }
        }

        _path = Path("../tools");
    }

    /// <summary>Builds a function without Native AOT, unless variables say otherwise.</summary>
    /// <returns>What make printed, if it failed; otherwise null.</returns>
    public async Task<string?> BuildAsync(string function, string? folder = null, params string[] variables)
    {
        var artifacts = System.IO.Path.Combine(_root, "artifacts", function);
        var environment = new Dictionary<string, string>
        {
            ["PATH"] = _path ?? Path("../bin") + System.IO.Path.PathSeparator + Environment.GetEnvironmentVariable("PATH"),
            ["COMPILED"] = Path("../compiled"),
            ["ARTIFACTS_DIR"] = artifacts,
            ["AOT"] = "false",
        };
        var (succeeded, output) = await Make.RunInAsync(folder ?? Path("."), environment, ["--makefile", Path("Makefile"), "build-" + function, .. variables]);
        return succeeded && File.Exists(System.IO.Path.Combine(artifacts, "GenesysLambdas")) ? null : output;
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
