namespace GenesysLambdas.Tooling;

/// <summary>The program cannot do what it was asked to. Any command may throw it; the message tells the person at the keyboard what to do.</summary>
public sealed class ToolException(string message) : Exception(message);
