namespace Amazon.Runtime;

/// <summary>Who caused an error.</summary>
public enum ErrorType
{
    /// <summary>The caller.</summary>
    Sender,

    /// <summary>The service.</summary>
    Receiver,

    /// <summary>Unknown.</summary>
    Unknown,
}
