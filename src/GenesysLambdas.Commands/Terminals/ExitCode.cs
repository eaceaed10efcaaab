namespace GenesysLambdas.Commands.Terminals;

/// <summary>The program's exit codes.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>The program could not do what it was asked to.</summary>
    public const int ToolFailed = 1;

    /// <summary>A function or an action ran, and its answer is an error.</summary>
    public const int AnswerIsError = 2;

    /// <summary>
    /// Something differs from the code (<c>generate --check</c>, <c>actions status</c>), or <c>actions publish</c> leaves something to a person.
    /// </summary>
    public const int OutOfDate = 2;

    /// <summary>Interrupted by Ctrl-C: 128 plus the signal's number, as in shells.</summary>
    public const int Interrupted = 130;
}
