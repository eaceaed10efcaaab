using System.Reflection;

namespace GenesysLambdas.Tooling.Files;

/// <summary>The code of a suite: its assemblies, whose names a new lookup must not reuse, and where their sources are.</summary>
public sealed record SuiteCode(Assembly Functions, Assembly CommandLine, SuiteProjects Projects);

/// <summary>
/// The folders of a suite's projects, from the repository's root and with forward slashes. A folder has the name of its project,
/// which is also the project's root namespace.
/// </summary>
/// <param name="Functions">The functions, such as <c>src/Orders</c>.</param>
public sealed record SuiteProjects(string Functions, string CommandLine, string Tests)
{
    public static string NamespaceOf(string project) => project[(project.LastIndexOf('/') + 1)..];

    public LookupFiles FilesOf(string lookup) => new(lookup, this);

    /// <summary>What to type in the root of the repository to run a command, such as <c>generate</c>.</summary>
    public string InShell(string command) => $"dotnet run --project {CommandLine} -- {command}";
}
