namespace GenesysLambdas.Publishing.Platform;

/// <summary>A place in an action, in words.</summary>
internal static class ActionPlace
{
    public static string Describe(string path)
    {
        var names = path.Split('.');
        return Property(names, "inputSchema", "input") ?? Property(names, "successSchema", "output") ?? names[^1] switch
        {
            "requestUrlTemplate" => "the function's ARN",
            "requestTemplate" => "the request template",
            "successTemplate" => "the success template",
            "timeoutSeconds" => "the time-out",
            _ => path,
        };
    }

    private static string? Property(string[] names, string schema, string kind)
    {
        var properties = Array.IndexOf(names, schema) + 1;
        return properties > 0 && names.Length > properties + 1 && names[properties] == "properties"
            ? string.Join(", ", [$"{kind} {names[properties + 1]}", .. names[(properties + 2)..]])
            : null;
    }
}
