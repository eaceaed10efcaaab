using System.Reflection;

namespace GenesysLambdas.Tooling.Files;

/// <summary>A suite's assemblies, whose type names a new lookup must not reuse, and the folders of its projects.</summary>
public sealed record SuiteCode(Assembly Functions, Assembly CommandLine, SuiteProjects Projects);

/// <summary>
/// The folders of a suite's projects, relative to the repository's root, with forward slashes. A folder has the name of its project,
/// which is also the root namespace.
/// </summary>
/// <param name="Functions">The functions, such as <c>src/Orders</c>.</param>
public sealed record SuiteProjects(string Functions, string CommandLine, string Tests)
{
    public static string NamespaceOf(string project) => project[(project.LastIndexOf('/') + 1)..];

    public LookupFiles FilesOf(string lookup) => new(lookup, this);

    /// <summary>The shell command that runs a command such as <c>generate</c> in the repository's root.</summary>
    public string InShell(string command) => $"dotnet run --project {CommandLine} -- {command}";
}
