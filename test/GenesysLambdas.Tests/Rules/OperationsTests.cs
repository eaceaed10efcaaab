using System.Reflection;
using System.Text.RegularExpressions;
using GenesysLambdas.Core.Answers;
using GenesysLambdas.Testing;

namespace GenesysLambdas.Tests.Rules;

/// <summary>docs/operations.md against the log that it explains.</summary>
public sealed partial class OperationsTests
{
    [Fact]
    public void The_table_of_reasons_has_every_reason_in_the_log()
    {
        var words = typeof(FailureReason).GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);

        Assert.Equal(words.Order(StringComparer.Ordinal), FirstColumn("| reason |").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_table_of_fields_has_every_field_of_a_line()
    {
        await using var api = new ScriptedApi(Reply.Status(500));
        using var function = new TestFunction("user-lookup", api.BaseUrl).With("METRICS_STACK", "s").With("USER_API_MAX_ATTEMPTS", "1");
        const string Uuid = "a5f1c7de-6f0b-4f3e-8f0a-2b8f5f1d9c33";
        await function.SendAsync("{}");
        await function.SendAsync($$"""{"user_id":"1","requestId":"1","conversationId":"{{Uuid}}","correlationId":"{{Uuid}}"}""");
        using var broken = new TestFunction("user-lookup", time: new BrokenClock());
        await broken.SendAsync("""{"user_id":"1"}""");
        await using var odd = new ScriptedApi(Reply.Ok("""{"name":{}}"""));
        using var confused = new TestFunction("user-lookup", odd.BaseUrl);
        await confused.SendAsync("""{"user_id":"1"}""");
        await using var wordy = new ScriptedApi(Reply.Ok($$"""{"name":"{{new string('n', 40_000)}}"}"""));
        using var cutting = new TestFunction("user-lookup", wordy.BaseUrl);
        await cutting.SendAsync("""{"user_id":"1"}""");
        var fields = function.LogLines.Concat(broken.LogLines).Concat(confused.LogLines).Concat(cutting.LogLines).SelectMany(line => line.EnumerateObject()).Select(field => field.Name).Distinct();

        Assert.Equal(fields.Order(StringComparer.Ordinal), FirstColumn("| field |").Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> FirstColumn(string head)
    {
        var table = File.ReadAllText(Repository.Path("docs", "operations.md")).Split(head)[1].Split("\n\n")[0];
        return table.Split('\n').Skip(2).SelectMany(row => Word().Matches(row.Split('|')[1])).Select(match => match.Value);
    }

    [GeneratedRegex("(?<=`)[A-Za-z_-]+(?=`)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
