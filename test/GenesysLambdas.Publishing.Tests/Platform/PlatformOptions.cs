using System.Text.Json.Nodes;

namespace GenesysLambdas.Publishing.Tests.Platform;

/// <summary>Where public sources leave open how the API behaves, so that a client has to do with either.</summary>
internal sealed class PlatformOptions
{
    /// <summary>
    /// Whether a configuration refers to its templates by URI (true) or holds them. Saved templates are referred to:
    /// help.mypurecloud.com/?p=138534, and MyPureCloud/terraform-provider-genesyscloud reads them on their own.
    /// </summary>
    public bool TemplatesByUri { get; set; } = true;

    /// <summary>
    /// Whether a credential's fields are answered. The SDK's build/docs/IntegrationsApi.md says that sensitive ones are not, but
    /// not which those are; the Terraform provider reads none.
    /// </summary>
    public bool CredentialFields { get; set; }

    /// <summary>409, or 400 with a message: MyPureCloud/terraform-provider-genesyscloud (genesyscloud/util/util_retries.go) knows both.</summary>
    public int VersionConflict { get; set; } = 409;

    /// <summary>What functions answer; fails with <see cref="FunctionError"/> where a function fails.</summary>
    public Func<FunctionCall, JsonNode?> Function { get; set; } = _ => throw new FunctionError("The test has no function.");

    public PlatformException Mismatch(int version) => new(PlatformError.Conflict($"The version {version} does not match the current version.") with
    {
        Status = VersionConflict,
        Code = VersionConflict == 409 ? "general.conflict" : "bad.request",
    });
}

/// <summary>A function is called.</summary>
/// <param name="FunctionArn">Whom the action calls.</param>
/// <param name="Event">The event: the rendered request template.</param>
/// <param name="Inputs">The action's inputs.</param>
internal sealed record FunctionCall(string FunctionArn, JsonNode Event, JsonObject Inputs);

/// <summary>A function failed: it threw, or could not be called.</summary>
internal sealed class FunctionError(string message) : Exception(message);
