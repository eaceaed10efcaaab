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
                all.Add(Path.GetFileName(Path.GetDirectoryName(file)!), Path.GetFileNameWithoutExtension(file));
            }

            return all;
        }
    }

    public static string Folder(string function) => Repository.Path(".aws-lambda-testtool", "SavedRequests", function);

    public static byte[] Read(string function, string name) => File.ReadAllBytes(Path.Combine(Folder(function), name + ".json"));

    /// <summary>The answer that a request is to get, as indented JSON; empty where none is committed.</summary>
    public static string ExpectedAnswer(string function, string name)
    {
        var file = Repository.Path("test", "GenesysLambdas.Tests", "EndToEnd", "SavedAnswers", function, name + ".json");
        return File.Exists(file) ? File.ReadAllText(file) : "";
    }
}
