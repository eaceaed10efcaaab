namespace Amazon.Lambda.Core;

/// <summary>What the caller says about itself in <c>X-Amz-Client-Context</c>.</summary>
public interface IClientContext
{
    /// <summary>The caller's environment; null if it did not say.</summary>
    IDictionary<string, string>? Environment { get; }

    /// <summary>The caller's application; null if it did not say.</summary>
    IClientApplication? Client { get; }

    /// <summary>The caller's own values; null if it sent none.</summary>
    IDictionary<string, string>? Custom { get; }
}
