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

    /// <summary>Writes a <see cref="LogLevel.Information"/> message.</summary>
    void LogInformation(string message) => Log(nameof(LogLevel.Information), message);

    /// <summary>Writes a <see cref="LogLevel.Warning"/> message.</summary>
    void LogWarning(string message) => Log(nameof(LogLevel.Warning), message);
}
