namespace GenesysLambdas.Cli.Emulator;

/// <summary>The system could not start a function's process.</summary>
internal sealed class FunctionStartException(string message, Exception innerException) : Exception(message, innerException);
