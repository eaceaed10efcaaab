namespace GenesysLambdas.Tooling;

/// <summary>A command cannot do what was requested. The message says what to do.</summary>
public sealed class ToolException(string message) : Exception(message);
