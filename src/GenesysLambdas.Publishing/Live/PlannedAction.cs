using GenesysLambdas.Publishing.Actions;
using GenesysLambdas.Publishing.Platform;

namespace GenesysLambdas.Publishing.Live;

/// <summary>What has to be done so that Genesys Cloud's action matches the code.</summary>
public enum PublishStep
{
    /// <summary>It does not exist.</summary>
    Create,

    /// <summary>It exists only as a draft.</summary>
    Finish,

    /// <summary>It is published, and something that can be changed differs.</summary>
    Update,

    None,

    /// <summary>It is published with another contract, which cannot be changed.</summary>
    NewVersion,

    /// <summary>Someone else is changing it, or several actions match.</summary>
    NotOurs,

    /// <summary>Its function is not deployed, as far as is known.</summary>
    NoFunction,
}

/// <summary>An action in the plan.</summary>
public sealed record PlannedAction(DataAction Action, PublishStep Step, params IReadOnlyList<string> Reasons)
{
    /// <summary>What it is to be; null: there is nothing to do.</summary>
    public WantedAction? Wanted { get; init; }

    public LiveAction? Live { get; init; }

    /// <summary>The version of its draft; null: it has none.</summary>
    public int? Draft { get; init; }

    /// <summary>Whether the draft is already as wanted.</summary>
    public bool DraftIsAsWanted { get; init; }

    public bool IsToDo => Step is PublishStep.Create or PublishStep.Finish or PublishStep.Update;
}
