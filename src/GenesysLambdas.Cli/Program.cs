using GenesysLambdas;
using GenesysLambdas.Cli;
using GenesysLambdas.Cli.Commands;
using GenesysLambdas.Cli.Emulator;

return await new CommandLine(Startup.Lookups.Contracts, FunctionExecutable.OfThisBuild, Terminal.OfThisProcess()).RunAsync(args);
