using GenesysLambdas.Local;
using GenesysLambdas.Local.Emulator;
using GenesysLambdas.Local.StandIns;
using GenesysLambdas.Scaffolding.Generation;

namespace GenesysLambdas.Commands;

/// <summary>The suite that the commands are for.</summary>
/// <param name="Names">What its program and its local secrets are called.</param>
/// <param name="Contracts">Its lookups.</param>
/// <param name="StandIns">What answers locally in place of its external APIs.</param>
/// <param name="Code">Its assemblies and projects.</param>
/// <param name="Executable">Finds the program that function processes run.</param>
public sealed record Suite(
    SuiteNames Names, IReadOnlyList<LookupContract> Contracts, IReadOnlyList<IStandIn> StandIns, SuiteCode Code, Func<FunctionExecutable> Executable)
{
    internal SuiteRepository In(string? root) => new(root ?? "", Contracts, Code.Projects);
}
