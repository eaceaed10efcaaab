using GenesysLambdas.Cli;
using GenesysLambdas.Commands;
using GenesysLambdas.Commands.Terminals;
using GenesysLambdas.Publishing.Platform;

return await new CommandLine(ThisSuite.Value, Terminal.OfThisProcess(), PlatformAccess.OfThisProcess()).RunAsync(args);
