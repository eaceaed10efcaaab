using GenesysLambdas.Core.Settings;

namespace GenesysLambdas.DataActions;

internal static class DataActionPath
{
    private const string Hole = "{dataActionId}";

    public static ApiPath Execute(SettingsReader settings, string dataActionId) =>
        Read(settings, DataActionSettings.ExecutePath, DataActionSettings.ExecutePath.Default, dataActionId);

    /// <summary>Where a data action's invocations are listed. Genesys Cloud's public API has no such path, so it has no default.</summary>
    /// <exception cref="LookupException">The setting is missing or malformed.</exception>
    public static ApiPath Invocations(SettingsReader settings, string dataActionId) => settings.Text(DataActionSettings.InvocationsPath).Length > 0
        ? Read(settings, DataActionSettings.InvocationsPath, DataActionSettings.ExampleOfInvocationsPath, dataActionId)
        : throw SettingsReader.Missing(DataActionSettings.InvocationsPath.Name, ", and Genesys Cloud's public API has no such path");

    private static ApiPath Read(SettingsReader settings, Setting setting, string example, string dataActionId)
    {
        var parts = settings.Text(setting).Split(Hole);
        if (parts.Length != 2 || parts[0].StartsWith("//", StringComparison.Ordinal) || !parts[0].StartsWith('/') || !parts.All(IsPath))
        {
            throw SettingsReader.Malformed(setting.Name, $"a path such as {example}, with {Hole} once");
        }

        var path = new ApiPath(parts[0].Length + parts[1].Length, 1);
        path.AppendLiteral(parts[0][1..]);
        path.AppendFormatted(dataActionId);
        path.AppendLiteral(parts[1]);
        return path;
    }

    // RFC 3986, section 3.3.
    private static bool IsPath(string text) =>
        text.All(c => char.IsAsciiLetterOrDigit(c) || "/-._~!$&'()*+,;=:@%".Contains(c, StringComparison.Ordinal))
        && !text.Split('/').Any(segment => segment is "." or "..");
}
