namespace Amazon.Lambda.Core;

/// <summary>How serious a log message is.</summary>
public enum LogLevel
{
    /// <summary>The finest detail.</summary>
    Trace = 0,

    /// <summary>For who looks for a defect.</summary>
    Debug = 1,

    /// <summary>What happens in the ordinary course.</summary>
    Information = 2,

    /// <summary>Out of the ordinary, and no failure yet.</summary>
    Warning = 3,

    /// <summary>An operation failed.</summary>
    Error = 4,

    /// <summary>The function as a whole fails.</summary>
    Critical = 5,
}
