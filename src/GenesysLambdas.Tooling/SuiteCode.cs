using System.Reflection;

namespace GenesysLambdas.Tooling;

/// <summary>The assemblies of the suite, whose names a new lookup must not reuse.</summary>
/// <param name="Functions">The functions.</param>
/// <param name="CommandLine">Its command line, with the stand-ins.</param>
public sealed record SuiteCode(Assembly Functions, Assembly CommandLine);
