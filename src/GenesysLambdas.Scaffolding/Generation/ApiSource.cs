using System.Text.RegularExpressions;
using GenesysLambdas.Scaffolding.Template;

namespace GenesysLambdas.Scaffolding.Generation;

/// <summary>The class of an external API, read from the source because it may be newer than the running program.</summary>
internal sealed partial record ApiSource(string File, string Class, ApiContract Contract, bool IsAlone)
{
    private const string Folder = "Apis";

    public static string ClassOf(string api) => TemplateNames.Parameter(api);

    public static string FileOf(SuiteProjects projects, string api) => $"{projects.Functions}/{Folder}/{ClassOf(api)}.cs";

    public static ApiSource? Find(SuiteRepository repository, string api)
    {
        var sources = from file in repository.Sources(Folder)
                      let text = repository.Read(file)
                      from Match declared in Declaration().Matches(text)
                      where declared.Groups["name"].Value == api
                      select new ApiSource(file, declared.Groups["class"].Value, ContractOf(api, declared.Groups["members"].Value), Type().Count(text) == 1);
        return sources.FirstOrDefault();
    }

    private static ApiContract ContractOf(string api, string members)
    {
        var values = Member().Matches(members)
            .ToDictionary(member => member.Groups["member"].Value, member => member.Groups["value"].Value, StringComparer.Ordinal);
        return new(
            api,
            values.GetValueOrDefault(nameof(ExternalApiAttribute.BaseUrl), ""),
            values.GetValueOrDefault(nameof(ExternalApiAttribute.Auth), ExternalApiAttribute.DefaultAuth),
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
