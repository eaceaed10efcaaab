using System.Text;
using System.Text.RegularExpressions;
using GenesysLambdas.Testing.Events;
using GenesysLambdas.Testing.Faults;
using static GenesysLambdas.Testing.AnswerContract;

namespace GenesysLambdas.Testing.Lookups;

/// <summary>Replies that are larger than an answer may be.</summary>
public abstract class LookupLongOutputTests
{
    /// <summary>No answer has as many.</summary>
    protected const int MaxBytes = 1_000_000;
    private const string StartOfText = ": *\"(?!success)";

    public static TheoryData<string> Lookups => LookupUnderTest.Names;

    [Theory]
    [MemberData(nameof(Lookups))]
    public async Task An_answer_to_any_reply_of_1_MiB_is_smaller_than_1_MB(string lookup)
    {
        foreach (var filler in new[] { "x", "\\\"", "\\\\", "\\n", "\u00E9", "\uE000", "\u007F", "\\u202e", "\U0001F600" })
        {
            // Every string in a healthy reply, except the status that means success, is as long as possible.
            var json = HealthyApi.Of(lookup).Json;
            var room = (1024 * 1024) - Encoding.UTF8.GetByteCount(json);
            var texts = Regex.Count(json, StartOfText, RegexOptions.None, TimeSpan.FromSeconds(10));
            var each = string.Concat(Enumerable.Repeat(filler, room / Math.Max(1, texts) / Encoding.UTF8.GetByteCount(filler)));
            var full = Regex.Replace(json, StartOfText, match => match.Value + each, RegexOptions.None, TimeSpan.FromSeconds(10));
            await using var api = new ScriptedApi(request => Reply.Ok(HealthyApi.IsForToken(request) ? HealthyApi.Token : full));
            using var function = new TestFunction(lookup, api.BaseUrl).Secret(HealthyApi.Secret);
            var inputs = ExampleInputs.Of(lookup);

            var direct = await function.SendAsync(JsonSerializer.Serialize(new { inputs }));
            var http = await function.SendAsync(HttpEventExamples.WithBody(JsonSerializer.Serialize(new { inputs })));

            AssertContract(lookup, OutputsOf(direct));
            AssertContract(lookup, OutputsOf(JsonDocument.Parse(http.GetProperty("body").GetString()!).RootElement));
            Assert.InRange(Encoding.UTF8.GetByteCount(direct.GetRawText()), 1, MaxBytes - 1);
            Assert.InRange(Encoding.UTF8.GetByteCount(http.GetRawText()), 1, MaxBytes - 1);
        }
    }
}
