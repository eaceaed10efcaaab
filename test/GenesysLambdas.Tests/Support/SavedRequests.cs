namespace GenesysLambdas.Tests.Support;

/// <summary>The sample events that AWS's Lambda Test Tool offers, and the answers that they get from the stand-ins.</summary>
internal static class SavedRequests
{
    /// <summary>Function and name of each.</summary>
    public static TheoryData<string, string> All
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var file in Directory.EnumerateFiles(Repository.Path(".aws-lambda-testtool", "SavedRequests"), "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                var function = Path.GetFileName(Path.GetDirectoryName(file)!);
                all.Add(new TheoryDataRow<string, string>(function, Path.GetFileNameWithoutExtension(file))
                {
                    Skip = LookupUnderTest.All.FirstOrDefault(lookup => lookup.Contract.Function == function)?.Skip,
                });
            }

            return all;
        }
    }

    public static string Folder(string function) => Repository.Path(".aws-lambda-testtool", "SavedRequests", function);

    public static IReadOnlyList<string> NamesOf(string function) => Directory.Exists(Folder(function))
        ? [.. Directory.EnumerateFiles(Folder(function), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>The file of the answer, below the repository.</summary>
    public static string AnswerPath(string function, string name) => $"test/GenesysLambdas.Tests/EndToEnd/SavedAnswers/{function}/{name}.json";

    public static byte[] Read(string function, string name) => File.ReadAllBytes(Path.Combine(Folder(function), name + ".json"));

    /// <summary>The answer that a request is to get, as JSON.</summary>
    public static string ExpectedAnswer(string function, string name) => File.ReadAllText(Repository.Path(AnswerPath(function, name)));
}
