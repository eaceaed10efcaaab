using GenesysLambdas.Publishing.Actions;
using GenesysLambdas.Publishing.Platform;

namespace GenesysLambdas.Publishing.Live;

/// <summary>What must be done to make the action in Genesys Cloud match the code.</summary>
public enum PublishStep
{
    /// <summary>It does not exist.</summary>
    Create,

    /// <summary>It exists only as a draft.</summary>
    Finish,

    /// <summary>It is published, but something that can be changed differs.</summary>
    Update,

    None,

    /// <summary>It is published with another contract, which cannot be changed.</summary>
    NewVersion,

    /// <summary>Someone else is changing it, or several actions match.</summary>
    NotOurs,

    /// <summary>Its function is not known to be deployed.</summary>
    NoFunction,
}

/// <summary>An action in the plan.</summary>
public sealed record PlannedAction(DataAction Action, PublishStep Step, params IReadOnlyList<string> Reasons)
{
    /// <summary>The action it should become; null if there is nothing to do.</summary>
    public WantedAction? Wanted { get; init; }

    public LiveAction? Live { get; init; }

    /// <summary>The version of its draft; null if it has none.</summary>
    public int? Draft { get; init; }

    /// <summary>True if the draft is already up to date.</summary>
    public bool DraftIsAsWanted { get; init; }

    public bool IsToDo => Step is PublishStep.Create or PublishStep.Finish or PublishStep.Update;
}
