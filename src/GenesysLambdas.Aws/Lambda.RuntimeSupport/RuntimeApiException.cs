namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The Lambda runtime API failed.</summary>
internal sealed class RuntimeApiException(string message, Exception? inner = null) : Exception(message, inner);
