using GenesysLambdas.Commands;
using GenesysLambdas.Local;
using GenesysLambdas.Local.Emulator;
using GenesysLambdas.Tooling;

namespace GenesysLambdas.Cli;

/// <summary>The suite that this command line is for: the one place that tells the commands about particular lookups and stand-ins.</summary>
internal static class ThisSuite
{
    private static readonly SuiteNames Names = new("genesys-lambdas", "GenesysLambdas");

    public static Suite Value { get; } = new(
        Names,
        LookupRegistry.Contracts,
        StandInCatalog.In(typeof(ThisSuite).Assembly),
        new SuiteCode(typeof(LookupRegistry).Assembly, typeof(ThisSuite).Assembly),
        () => FunctionExecutable.OfThisBuild(Names.Program));
}
