namespace GenesysLambdas.Cli;

/// <summary>This program cannot do what it was asked. The message is for the person at the keyboard, and says what to do.</summary>
internal sealed class ToolException(string message) : Exception(message);
