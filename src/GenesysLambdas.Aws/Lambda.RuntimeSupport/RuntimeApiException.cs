namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The Lambda runtime API did not do its part.</summary>
internal sealed class RuntimeApiException(string message, Exception? inner = null) : Exception(message, inner);
