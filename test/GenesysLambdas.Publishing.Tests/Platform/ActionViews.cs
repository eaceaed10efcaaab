using System.Text.Json.Nodes;

namespace GenesysLambdas.Publishing.Tests.Platform;

/// <summary>
/// What the API shows of an action, published or draft: <c>Action</c> of MyPureCloud/platform-client-sdk-dotnet. It has its
/// contract only where that is expanded, and its configuration only where that is asked for (build/docs/IntegrationsApi.md). The
/// names of the templates' files: MyPureCloud/terraform-provider-genesyscloud, genesyscloud/integration_action.
/// </summary>
internal static class ActionViews
{
    private const string RequestFile = "requesttemplate.vm";
    private const string SuccessFile = "successtemplate.vm";

    public static PlatformReply Show(PlatformCall call, string id, JsonObject action, string uri, PlatformOptions options)
    {
        var shown = new JsonObject { ["id"] = id };
        string[] members = ["name", "integrationId", "category", "version", "secure", .. Expanded(call)];
        foreach (var member in members)
        {
            shown[member] = action[member]!.DeepClone();
        }

        if (call.Flag("includeConfig") && options.TemplatesByUri)
        {
            Refer(shown["config"]!["request"] as JsonObject, "requestTemplate", $"{uri}/templates/{RequestFile}");
            Refer(shown["config"]!["response"] as JsonObject, "successTemplate", $"{uri}/templates/{SuccessFile}");
        }

        shown["selfUri"] = uri;
        return new(shown);
    }

    public static PlatformReply List(PlatformCall call, IEnumerable<PlatformAction> actions, Func<PlatformAction, JsonObject?> version, PlatformOptions options)
    {
        // Of an empty list, too.
        _ = Expanded(call).ToList();
        var ids = call.Query("ids")?.Split(',');
        return Paging.Page(call, actions
            .Where(action => version(action) is not null)
            .Select(action => (action.Id, Content: version(action)!))
            .Where(action => ids?.Contains(action.Id, StringComparer.Ordinal) != false)
            .Where(action => call.Query("name") is not { } name || ((string)action.Content["name"]!).Contains(name, StringComparison.OrdinalIgnoreCase))
            .Where(action => call.Query("category") is not { } category || (string)action.Content["category"]! == category)
            .Where(action => call.Query("secure") is null || (bool)action.Content["secure"]! == call.Flag("secure"))
            .Select(action => Show(call, action.Id, action.Content, $"{PlatformActions.Root}/{action.Id}", options).Json!.AsObject()));
    }

    public static PlatformReply Template(PlatformCall call, JsonObject action) => call["fileName"] switch
    {
        RequestFile => new(Text: (string?)action["config"]!["request"]?["requestTemplate"] ?? ""),
        SuccessFile => new(Text: (string?)action["config"]!["response"]?["successTemplate"] ?? ""),
        _ => throw new PlatformException(PlatformError.NotFound),
    };

    public static void DemandVersion(JsonObject action, int version, PlatformOptions options)
    {
        if ((int)action["version"]! != version)
        {
            throw options.Mismatch(version);
        }
    }

    /// <summary>The action with the members that a body has, each as a whole.</summary>
    public static JsonObject Merge(JsonObject action, JsonNode body)
    {
        var merged = action.DeepClone().AsObject();
        Overwrite(merged, body.AsObject());
        return merged;
    }

    public static void Overwrite(JsonObject action, JsonObject members)
    {
        foreach (var (name, value) in members.Where(pair => pair.Value is not null))
        {
            action[name] = value!.DeepClone();
        }
    }

    private static IEnumerable<string> Expanded(PlatformCall call)
    {
        if (call.Flag("includeConfig"))
        {
            yield return "config";
        }

        switch (call.Query("expand"))
        {
            case "contract":
                yield return "contract";
                break;
            case not null:
                throw PlatformBody.Refused(new ErrorDetail("invalid", "expand"));
        }
    }

    private static void Refer(JsonObject? config, string template, string uri)
    {
        if (config?.Remove(template) == true)
        {
            config[$"{template}Uri"] = uri;
        }
    }
}
