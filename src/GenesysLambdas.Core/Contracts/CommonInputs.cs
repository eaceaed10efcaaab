namespace GenesysLambdas.Core.Contracts;

/// <summary>The inputs that every lookup has in addition to its own. They are for the log: no lookup reads them, and no value fails a call.</summary>
public static class CommonInputs
{
    public static IReadOnlyList<InputContract> Contract { get; } =
    [
        new()
        {
            Name = "conversationId",
            Type = ContractType.String,
            Description = "The interaction's id, such as Call.ConversationId; only for the log.",
            MaxLength = int.MaxValue,
        },
    ];
}
