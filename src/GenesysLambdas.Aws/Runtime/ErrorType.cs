namespace Amazon.Runtime;

/// <summary>Whose fault an error is.</summary>
public enum ErrorType
{
    /// <summary>The request's.</summary>
    Sender,

    /// <summary>The service's.</summary>
    Receiver,

    /// <summary>Nobody knows.</summary>
    Unknown,
}
