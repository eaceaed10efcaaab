namespace GenesysLambdas.Cli.Emulator;

/// <summary>What an emulator serves, and how.</summary>
internal sealed record EmulatorOptions
{
    /// <summary>The functions.</summary>
    public required IReadOnlyList<LookupContract> Contracts { get; init; }

    /// <summary>What is started for a function; null: nothing, and whoever asks for events at its runtime API gets them.</summary>
    public FunctionExecutable? Executable { get; init; }

    /// <summary>Environment variables of the functions, over those that lead to the stand-ins.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Secrets beside those of the stand-ins, or in place of them: values by names.</summary>
    public IReadOnlyDictionary<string, string> Secrets { get; init; } = new Dictionary<string, string>();

    /// <summary>The loopback port; 0: any free one.</summary>
    public int Port { get; init; }

    /// <summary>Longest time that an invocation may take, and a process before it asks for its first event.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Most processes of one function.</summary>
    public int MaxProcesses { get; init; } = 4;

    /// <summary>Gets every line that a function writes: the function's name, then the line.</summary>
    public Action<string, string> Log { get; init; } = (_, _) => { };
}
