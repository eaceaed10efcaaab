namespace Amazon.Lambda.Core;

/// <summary>How serious a log message is.</summary>
public enum LogLevel
{
    /// <summary>The finest detail.</summary>
    Trace = 0,

    /// <summary>For debugging.</summary>
    Debug = 1,

    /// <summary>Normal operation.</summary>
    Information = 2,

    /// <summary>Unusual, but not a failure.</summary>
    Warning = 3,

    /// <summary>An operation failed.</summary>
    Error = 4,

    /// <summary>The function as a whole fails.</summary>
    Critical = 5,
}
