namespace Amazon.Lambda.RuntimeSupport;

internal sealed record FunctionEnvironment
{
    public string FunctionName { get; init; } = "";

    public string FunctionVersion { get; init; } = "";

    public int MemoryLimitInMB { get; init; }

    public string LogGroupName { get; init; } = "";

    public string LogStreamName { get; init; } = "";

    /// <summary>Log records are JSON, not text.</summary>
    public bool LogsJson { get; init; }

    /// <summary>The least serious level that is logged, in Lambda's words.</summary>
    public string? LogLevel { get; init; }

    /// <summary>How many invocations the process may run at once.</summary>
    public int MaxConcurrency { get; init; } = 1;

    public bool RunOnce { get; init; }

    public static FunctionEnvironment Read() => new()
    {
        FunctionName = Text("AWS_LAMBDA_FUNCTION_NAME"),
        FunctionVersion = Text("AWS_LAMBDA_FUNCTION_VERSION"),
        MemoryLimitInMB = Number("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"),
        LogGroupName = Text("AWS_LAMBDA_LOG_GROUP_NAME"),
        LogStreamName = Text("AWS_LAMBDA_LOG_STREAM_NAME"),
        LogsJson = Text("AWS_LAMBDA_LOG_FORMAT").Equals("JSON", StringComparison.OrdinalIgnoreCase),
        LogLevel = Text("AWS_LAMBDA_LOG_LEVEL"),
        MaxConcurrency = Math.Max(1, Number("AWS_LAMBDA_MAX_CONCURRENCY")),
        RunOnce = Text("AWS_LAMBDA_DOTNET_DEBUG_RUN_ONCE").Equals("true", StringComparison.OrdinalIgnoreCase),
    };

    private static string Text(string name) => Environment.GetEnvironmentVariable(name) ?? "";

    private static int Number(string name) => int.TryParse(Text(name), out var number) ? number : 0;
}
