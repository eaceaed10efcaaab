using System.Text;
using System.Text.RegularExpressions;
using GenesysLambdas.Testing.Faults;
using static GenesysLambdas.Testing.AnswerContract;

namespace GenesysLambdas.Testing.Lookups;

public abstract partial class LookupBehaviorTests
{
    public static TheoryData<string, string> LookupsAndReplies =>
        Combine("", "null", "[]", "{}", "7", "\"text\"", "<html>hello</html>", "{", Nested(100), "{\"name\":\"\u0001\"}");

    [Theory]
    [MemberData(nameof(LookupsAndReplies))]
    public async Task Returns_every_output_whatever_the_reply(string lookup, string reply)
    {
        await using var api = new ScriptedApi(Reply.Ok(reply));
        using var function = new TestFunction(lookup, api.BaseUrl);

        AssertContract(lookup, await function.InvokeAsync(Examples(lookup)));
    }

    [Theory]
    [MemberData(nameof(Lookups))]
    public async Task Reads_a_reply_of_up_to_1_MiB(string lookup)
    {
        const int limit = 1024 * 1024;
        var json = HealthyApi.Of(lookup).Json;
        var tooLarge = "";
        foreach (var (length, isChunked) in new[] { (limit + 1, false), (limit + 1, true), (limit, false), (limit, true) })
        {
            var reply = isChunked
                ? Reply.Raw(Asked.Head("Transfer-Encoding: chunked") + Asked.Chunk(Latin1(json).PadRight(length)) + "0\r\n\r\n")
                : Reply.Raw(Asked.Head($"Content-Length: {length}") + Latin1(json).PadRight(length));
            await using var api = new ScriptedApi(request => HealthyApi.IsForToken(request) ? Reply.Ok(HealthyApi.Token) : reply);
            using var function = new TestFunction(lookup, api.BaseUrl).Secret(HealthyApi.Secret);

            var outputs = await function.InvokeAsync(Examples(lookup));

            AssertContract(lookup, outputs);
            var (errorCode, message) = (outputs.Text("errorCode"), outputs.Text("errorMessage")!);
            if (length > limit)
            {
                Assert.Equal("ExternalApiError", errorCode);
                tooLarge = message;
            }
            else if (errorCode != "")
            {
                // A lookup that passes on the reply may have a lower limit, and its own message for it.
                Assert.Equal("ExternalApiError", errorCode);
                Assert.Contains("too large to pass on", message, StringComparison.Ordinal);
                Assert.NotEqual(tooLarge, message);
            }
        }

        // One character for each byte of UTF-8.
        static string Latin1(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));
    }

    [Theory]
    [MemberData(nameof(Lookups))]
    public async Task Removes_control_characters_except_tabs_and_line_breaks(string lookup)
    {
        var healthy = HealthyApi.Of(lookup);
        // NUL, BEL, ESC, DEL and CSI in every string of the reply.
        var hostile = healthy.WithEveryStringEndingIn("\\u0000\\u0007\\u001b[31m\\u007f\\u009b");
        Assert.Equal(Regex.IsMatch(healthy.Json, "\": *\"", RegexOptions.None, TimeSpan.FromSeconds(10)), healthy.Json != hostile);
        await using var api = new ScriptedApi(request => HealthyApi.IsForToken(request) ? Reply.Ok(HealthyApi.Token) : Reply.Ok(hostile));
        using var function = new TestFunction(lookup, api.BaseUrl).Secret(HealthyApi.Secret);

        var outputs = await function.InvokeAsync(Examples(lookup));

        AssertContract(lookup, outputs);
        outputs.AssertSuccess();
        var texts = outputs.EnumerateObject().SelectMany(output => output.Value.ValueKind switch
        {
            JsonValueKind.String => [output.Value.GetString()!],
            JsonValueKind.Array => output.Value.EnumerateArray().Select(item => item.GetString()!),
            _ => [],
        });
        Assert.All(texts, text => Assert.DoesNotContain(text, c => char.IsControl(c) && c is not ('\t' or '\r' or '\n')));
    }

    [Theory]
    [MemberData(nameof(Lookups))]
    public async Task Removes_characters_that_reorder_text_except_from_JSON(string lookup)
    {
        var healthy = HealthyApi.Of(lookup);
        const string Unseen = "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\u2028\u2029";
        var hostile = healthy.WithEveryStringEndingIn(Unseen);
        await using var api = new ScriptedApi(request => Reply.Ok(HealthyApi.IsForToken(request) ? HealthyApi.Token : hostile));
        using var function = new TestFunction(lookup, api.BaseUrl).Secret(HealthyApi.Secret);

        var outputs = await function.InvokeAsync(Examples(lookup));

        outputs.AssertSuccess();
        foreach (var output in LookupUnderTest.Named(lookup).Contract.Outputs)
        {
            var value = outputs.GetProperty(output.Name).ToString();
            Assert.Equal(output.IsJson && hostile != healthy.Json && value.Length > 0, value.Any(Unseen.Contains));
            Assert.True(!output.IsJson || hostile.Contains(value.Trim('[', ']'), StringComparison.Ordinal));
        }
    }
}
