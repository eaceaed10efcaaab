namespace GenesysLambdas.Cli;

/// <summary>What this program's exit codes mean.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>This program could not do what it was asked.</summary>
    public const int ToolFailed = 1;

    /// <summary>The function was invoked, and its answer is an error.</summary>
    public const int AnswerIsError = 2;

    /// <summary>Interrupted by Ctrl-C: 128 and the signal's number, as shells have it.</summary>
    public const int Interrupted = 130;
}
