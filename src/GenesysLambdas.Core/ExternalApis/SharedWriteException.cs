namespace GenesysLambdas.ExternalApis;

/// <summary>A lookup was about to write while others with the same inputs waited to share its answer. Nothing was sent.</summary>
internal sealed class SharedWriteException() : InvalidOperationException("A write is never shared.");
