namespace GenesysLambdas.Cli.Actions;

/// <summary>What to do about committed files that are not what the code says.</summary>
internal static class Advice
{
    public const string Export = "Run 'genesys-lambdas actions export' and 'genesys-lambdas actions terraform', and commit what they write.";

    public const string NewVersion =
        "A published contract cannot be changed, and flows are bound to it. Undo the breaking change, or run "
        + "'genesys-lambdas actions export --new-version' to make it a new action with a new name.";
}
