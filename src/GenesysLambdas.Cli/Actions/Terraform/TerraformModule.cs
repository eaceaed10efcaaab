namespace GenesysLambdas.Cli.Actions.Terraform;

/// <summary>The data actions for Terraform's provider of Genesys Cloud (CX as Code).</summary>
internal static class TerraformModule
{
    /// <summary>The files, by name.</summary>
    /// <param name="actions">The actions that may be published.</param>
    /// <param name="retired">Those that were given up.</param>
    public static IReadOnlyList<(string Name, string Text)> Files(IReadOnlyList<DataAction> actions, IReadOnlyList<ActionVersion> retired) =>
    [
        ("main.tf", TerraformActions.Write(actions, retired)),
        ("variables.tf", TerraformVariables.Write(actions)),
        ("versions.tf", Versions()),
    ];

    private static string Versions()
    {
        var hcl = new HclWriter();
        hcl.Block("terraform", () => hcl
            .Comment("The first that can forget an action without deleting it.")
            .Attribute("required_version", HclWriter.Literal(">= 1.7"))
            .Blank()
            .Block("required_providers", () => hcl
                .Object("genesyscloud", () => hcl
                    .Attribute("source", HclWriter.Literal("mypurecloud/genesyscloud"))
                    .Comment("The first that knows config_timeout_seconds.")
                    .Attribute("version", HclWriter.Literal(">= 1.14, < 2.0")))));
        return hcl.ToString();
    }
}
