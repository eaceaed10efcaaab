using System.Text;
using GenesysLambdas.Core.Answers;
using GenesysLambdas.Core.ExternalApis;
using GenesysLambdas.Testing;

namespace GenesysLambdas.Core.Tests.ExternalApis;

/// <summary>What is read of a reply's bytes, and what an input does to a request's path.</summary>
public sealed class ReplyTests
{
    private const string Zoe = """{"name":"Zo\u00EB"}""";

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "application/json", Encoding.UTF8.GetBytes(Zoe) },
        { "application/json", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Zoe)] },
        { "application/json; charset=utf-8", Encoding.UTF8.GetBytes(Zoe) },
        { "application/json; charset=no-such-thing", Encoding.UTF8.GetBytes(Zoe) },
        { "application/json; charset=ISO-8859-1", Encoding.Latin1.GetBytes(Zoe) },
        { "text/json;charset=\"iso-8859-1\"", Encoding.Latin1.GetBytes(Zoe) },
        { "application/json; charset=utf-16", Encoding.Unicode.GetBytes(Zoe) },
        { "application/json; charset=utf-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Zoe)] },
        { "application/json; charset=utf-16", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Zoe)] },
        { "application/json; charset=utf-16le", Encoding.Unicode.GetBytes(Zoe) },
        { "application/json; charset=utf-16be", Encoding.BigEndianUnicode.GetBytes(Zoe) },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task A_reply_is_read_in_the_encoding_that_it_says_it_has(string contentType, byte[] body)
    {
        await using var api = new ScriptedApi(Reply.Raw($"HTTP/1.1 200 OK\r\nContent-Type: {contentType}\r\nContent-Length: {body.Length}\r\n\r\n{Encoding.Latin1.GetString(body)}"));
        using var function = new TestFunction("user-lookup", api.BaseUrl);

        var outputs = await function.InvokeAsync(new { user_id = "1" });

        outputs.AssertSuccess();
        Assert.Equal("Zo\u00EB", outputs.Text("displayName"));
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF_8_make_a_reply_unusable()
    {
        await using var api = new ScriptedApi(request => request.Target == "/oauth/token"
            ? Reply.Ok("""{"access_token":"t"}""")
            : Reply.Raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n" + """{"entities":[{"id":"1","status":"DONE","note":"  """ + "\xFF\xC0\"}]}"));
        using var function = new TestFunction("list-invocations", api.BaseUrl).With("GENESYS_INVOCATIONS_PATH", "/history/{dataActionId}");

        var outputs = await function.InvokeAsync(new { data_action_id = "1" });

        outputs.AssertFailure(502, "ExternalApiError", "The external API's reply is not the expected JSON");
    }

    [Theory]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    public void Rejects_an_input_that_would_change_the_path_but_not_in_a_query(string value)
    {
        var failure = Assert.Throws<LookupException>(() => Path($"users/{value}")).Failure;

        Assert.Equal(ErrorCode.ValidationError, failure.Code);
        Assert.Equal($"users?q={Uri.EscapeDataString(value)}", Path($"users?q={value}"));
    }

    private static string Path(ApiPath path) => path.ToString();
}
