namespace GenesysLambdas.ExternalApis;

/// <summary>A lookup was about to write while other calls with the same inputs were waiting to share its result. Nothing was sent.</summary>
internal sealed class SharedWriteException() : InvalidOperationException("A write is never shared.");
