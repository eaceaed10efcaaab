namespace Amazon.Lambda.Core;

/// <summary>Writes to the function's log.</summary>
public interface ILambdaLogger
{
    /// <summary>Writes a message as it is, whatever the log level.</summary>
    void Log(string message);

    /// <summary>Writes a message as it is and ends the line, whatever the log level.</summary>
    void LogLine(string message);

    /// <summary>Writes a message of a level, named as in <see cref="LogLevel"/>.</summary>
    void Log(string level, string message) => LogLine(message);

    /// <summary>Writes a message of a level.</summary>
    void Log(LogLevel level, string message) => Log(level.ToString(), message);

    /// <summary>Writes a <see cref="LogLevel.Trace"/> message.</summary>
    void LogTrace(string message) => Log(LogLevel.Trace, message);

    /// <summary>Writes a <see cref="LogLevel.Debug"/> message.</summary>
    void LogDebug(string message) => Log(LogLevel.Debug, message);

    /// <summary>Writes an <see cref="LogLevel.Information"/> message.</summary>
    void LogInformation(string message) => Log(LogLevel.Information, message);

    /// <summary>Writes a <see cref="LogLevel.Warning"/> message.</summary>
    void LogWarning(string message) => Log(LogLevel.Warning, message);

    /// <summary>Writes an <see cref="LogLevel.Error"/> message.</summary>
    void LogError(string message) => Log(LogLevel.Error, message);

    /// <summary>Writes a <see cref="LogLevel.Critical"/> message.</summary>
    void LogCritical(string message) => Log(LogLevel.Critical, message);
}

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
