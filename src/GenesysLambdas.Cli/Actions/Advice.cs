namespace GenesysLambdas.Cli.Actions;

/// <summary>What to do about committed files that are not what the code says.</summary>
internal static class Advice
{
    public const string Export = "Run 'actions export' and 'actions terraform', and commit what they write.";
}
