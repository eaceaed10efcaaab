using GenesysLambdas.Tooling.Files;

namespace GenesysLambdas.Testing;

/// <summary>The sample events for AWS's Lambda Test Tool, and their answers with the stand-ins.</summary>
public static class SavedRequestFiles
{
    public static TheoryData<string, string> All => LookupUnderTest.NamesAnd(lookup => NamesOf(lookup.Contract.Name));

    /// <summary>The names of a lookup's saved requests.</summary>
    public static IReadOnlyList<string> NamesOf(string lookup)
    {
        var folder = Repository.Path(LookupFiles.SavedRequestsOf(lookup));
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)]
            : [];
    }

    public static byte[] Read(string lookup, string name) => File.ReadAllBytes(Repository.Path(LookupFiles.SavedRequestsOf(lookup), name + ".json"));

    /// <summary>The expected answer to a request, as JSON.</summary>
    public static string ExpectedAnswer(string lookup, string name) =>
        File.ReadAllText(Repository.Path(SuiteUnderTestAttribute.Projects.FilesOf(lookup).SavedAnswers, name + ".json"));
}
