using GenesysLambdas.Local;
using GenesysLambdas.Local.Emulator;
using GenesysLambdas.Local.StandIns;
using GenesysLambdas.Scaffolding.Generation;

namespace GenesysLambdas.Commands;

public sealed record Suite(
    SuiteNames Names, IReadOnlyList<LookupContract> Contracts, IReadOnlyList<IStandIn> StandIns, SuiteCode Code, Func<FunctionExecutable> Executable)
{
    internal SuiteRepository In(string? root) => new(root ?? "", Contracts, Code.Projects);
}
