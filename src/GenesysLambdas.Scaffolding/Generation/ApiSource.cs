using System.Text.RegularExpressions;
using GenesysLambdas.Scaffolding.Template;
using GenesysLambdas.Tooling.Files;

namespace GenesysLambdas.Scaffolding.Generation;

/// <summary>The class of an external API in the source code, which the running program may be older than.</summary>
/// <param name="Path">Its file, from the repository's root.</param>
/// <param name="Class">Its name, such as <c>OrderApi</c>.</param>
/// <param name="Contract">What its attribute says.</param>
/// <param name="IsAlone">Whether its file holds nothing else.</param>
public sealed partial record ApiSource(string Path, string Class, ApiContract Contract, bool IsAlone)
{
    private const string Folder = "src/GenesysLambdas/Apis";

    /// <summary>What the class of an API is usually called.</summary>
    public static string ClassOf(string api) => TemplateNames.Parameter(api);

    /// <summary>The file in which that class usually is.</summary>
    public static string PathOf(string api) => $"{Folder}/{ClassOf(api)}.cs";

    /// <returns>Null if there is none.</returns>
    public static ApiSource? Find(string root, string api)
    {
        var folder = System.IO.Path.Combine(root, Folder);
        return !Directory.Exists(folder) ? null
            : (from file in Directory.GetFiles(folder, "*.cs").Order(StringComparer.Ordinal)
               let text = GeneratedFiles.Read(file)!
               from Match declared in Declaration().Matches(text)
               where declared.Groups["name"].Value == api
               select new ApiSource(
                   $"{Folder}/{System.IO.Path.GetFileName(file)}",
                   declared.Groups["class"].Value,
                   ContractOf(api, declared.Groups["members"].Value),
                   Type().Count(text) == 1)).FirstOrDefault();
    }

    private static ApiContract ContractOf(string api, string members)
    {
        var values = Member().Matches(members).ToDictionary(match => match.Groups["member"].Value, match => match.Groups["value"].Value, StringComparer.Ordinal);
        return new(
            api,
            values.GetValueOrDefault(nameof(ExternalApiAttribute.BaseUrl), ""),
            values.GetValueOrDefault(nameof(ExternalApiAttribute.Auth), "bearer"),
            RequiresSecret: values.ContainsKey(nameof(ExternalApiAttribute.RequiresSecret)));
    }

    [GeneratedRegex(
        @"^\[ExternalApi\(\s*""(?<name>[^""]+)""(?<members>.*?)\)\]\s+[\w\s]*?\bclass\s+(?<class>\w+)",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"\b(?<member>\w+)\s*=\s*(""(?<value>[^""]*)""|true)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Member();

    [GeneratedRegex(
        @"^\s*(public|internal|file)\b.*\b(class|record|struct|interface|enum)\b",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Type();
}
