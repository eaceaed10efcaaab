using System.Text;
using GenesysLambdas.Cli;
using GenesysLambdas.Commands;
using GenesysLambdas.Commands.Terminals;
using GenesysLambdas.Core.Contracts;
using GenesysLambdas.Publishing.Platform;
using GenesysLambdas.Testing;

namespace GenesysLambdas.Scaffolding.Tests;

/// <summary>A copy of the files that <c>generate</c> writes, with files for the lookups, and commands that work on it.</summary>
internal sealed class SuiteCopy : IDisposable
{
    private readonly Suite _suite;
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("suite-");
    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();

    /// <param name="suite">The suite that the commands are for; null: this one.</param>
    public SuiteCopy(Suite? suite = null)
    {
        _suite = suite ?? ThisSuite.Value;
        string[] folders = ["actions", "terraform", "terraform/action"];
        string[] files = ["template.yaml", "README.md", "docs/settings.md", .. folders.SelectMany(folder => Directory.GetFiles(Repository.Path("genesys", folder)))];
        foreach (var file in files.Select(file => Path.GetRelativePath(Repository.Root, Repository.Path(file))))
        {
            Write(file, File.ReadAllText(Repository.Path(file)));
        }

        AddSources([.. LookupRegistry.Contracts.Select(lookup => lookup.Name)]);
    }

    /// <summary>What the last command printed.</summary>
    public string Out => _out.ToString();

    /// <summary>What it wrote to standard error.</summary>
    public string Error => _error.ToString();

    public Task<int> RunAsync(IReadOnlyList<LookupContract> lookups, params string[] arguments) => RunAsync(lookups, answer: null, arguments);

    /// <param name="answer">What is typed when asked; null: nobody is there.</param>
    public async Task<int> RunAsync(IReadOnlyList<LookupContract> lookups, string? answer, string[] arguments)
    {
        _out.GetStringBuilder().Clear();
        _error.GetStringBuilder().Clear();
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(answer ?? ""));
        var terminal = new Terminal(input, _out, Stream.Null, _error, CanAsk: answer is not null);
        return await new CommandLine(_suite with { Contracts = lookups, Executable = () => throw new InvalidOperationException() }, terminal, PlatformAccess.OfThisProcess()).RunAsync([.. arguments, "--root", _root.FullName]);
    }

    /// <summary>Makes the lookups' files, so that the code has those that a command is built with.</summary>
    public void AddSources(params IReadOnlyList<string> lookups)
    {
        foreach (var files in lookups.Select(lookup => _suite.Code.Projects.FilesOf(lookup)))
        {
            Write(files.Source, $"[Lookup(\"{files.Lookup}\", \"\")]\nclass {files.Class};\n");
        }
    }

    public string At(string path) => Path.Combine(_root.FullName, path);

    public string Read(string path) => File.ReadAllText(At(path));

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text);
    }

    /// <summary>Every folder, and every file with its text.</summary>
    public IReadOnlyDictionary<string, string> Contents() => _root.EnumerateFileSystemInfos("*", SearchOption.AllDirectories).ToDictionary(
        entry => Path.GetRelativePath(_root.FullName, entry.FullName).Replace('\\', '/'),
        entry => entry is FileInfo ? File.ReadAllText(entry.FullName) : "",
        StringComparer.Ordinal);

    public void Dispose()
    {
        _root.Delete(recursive: true);
        _out.Dispose();
        _error.Dispose();
    }
}
