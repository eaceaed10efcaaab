using GenesysLambdas;
using GenesysLambdas.Cli;
using GenesysLambdas.Cli.Commands;
using GenesysLambdas.Cli.Emulator;

return await new CommandLine(LookupRegistry.Contracts, FunctionExecutable.OfThisBuild, Terminal.OfThisProcess()).RunAsync(args);
