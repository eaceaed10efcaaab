using GenesysLambdas;
using GenesysLambdas.Cli;
using GenesysLambdas.Cli.Commands;
using GenesysLambdas.Cli.Emulator;
using GenesysLambdas.Cli.Platform;

return await new CommandLine(LookupRegistry.Contracts, FunctionExecutable.OfThisBuild, Terminal.OfThisProcess(), PlatformAccess.OfThisProcess()).RunAsync(args);
