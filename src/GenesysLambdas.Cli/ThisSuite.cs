using GenesysLambdas.Commands;
using GenesysLambdas.Local;
using GenesysLambdas.Local.Emulator;
using GenesysLambdas.Tooling.Files;

namespace GenesysLambdas.Cli;

/// <summary>The suite that this command line is for. Nothing in the kit refers to its lookups, stand-ins or projects.</summary>
internal static class ThisSuite
{
    private static readonly SuiteNames Names = new("genesys-lambdas", "GenesysLambdas");

    public static SuiteProjects Projects { get; } = new("src/GenesysLambdas", "src/GenesysLambdas.Cli", "test/GenesysLambdas.Tests");

    public static Suite Value { get; } = new(
        Names,
        LookupRegistry.Contracts,
        StandInCatalog.In(typeof(ThisSuite).Assembly),
        new SuiteCode(typeof(LookupRegistry).Assembly, typeof(ThisSuite).Assembly, Projects),
        () => FunctionExecutable.OfThisBuild(Names.Program));
}
