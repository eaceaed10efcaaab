namespace GenesysLambdas.Commands.Terminals;

internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>The command failed.</summary>
    public const int ToolFailed = 1;

    /// <summary>The function or action ran, and its answer is an error.</summary>
    public const int AnswerIsError = 2;

    /// <summary><c>generate --check</c> or <c>actions status</c> found a difference, or <c>actions publish</c> left something to the user.</summary>
    public const int OutOfDate = 2;

    /// <summary>Ctrl-C: 128 plus the signal's number, as in shells.</summary>
    public const int Interrupted = 130;
}
