using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace GenesysLambdas.Tests.EndToEnd;

/// <summary>Events of the 6 MB that Lambda takes, in the shapes that a parser is slowest with.</summary>
internal static class LargeEvent
{
    private const int Size = 6 * 1024 * 1024;
    private const int MostLevels = 64;

    /// <summary>By name, for any function.</summary>
    public static IReadOnlyDictionary<string, Func<string>> All { get; } = new Dictionary<string, Func<string>>(StringComparer.Ordinal)
    {
        ["brackets"] = () => new string('[', Size / 2) + new string(']', Size / 2),
        ["brackets that are not closed"] = () => new string('[', Size),
        ["objects in objects"] = () => string.Concat(Enumerable.Repeat("{\"a\":", Size / 5)),
        ["empty objects at the deepest level"] = () => Within(MostLevels - 1, "{},"),
        ["empty objects in a member"] = () => In("{\"inputs\":{},\"more\":[", "{}]}", "{},"),
        ["empty arrays in an input"] = () => In("{\"inputs\":{\"data_action_id\":[", "[]]}}", "[],"),
        ["deep arrays, one after another"] = () => Within(MostLevels / 2, new string('[', MostLevels / 2) + new string(']', MostLevels / 2) + ","),
        ["zeros"] = () => In("[", "0]", "0,"),
        ["one name again and again"] = () => In("{\"inputs\":{", "\"a\":0}}", "\"a\":0,"),
        ["different names"] = () => Names("{", "}"),
        ["different names among the inputs"] = () => Names("{\"inputs\":{", "}}"),
        ["different names among the data"] = () => Names("{\"data\":{", "}}"),
        ["different names in the metadata"] = () => Names("{\"inputs\":{},\"metadata\":{", "}}"),
        ["escaped names"] = () => In("{\"inputs\":{", "\"a\":0}}", "\"\\u0062\":0,"),
        ["names with half a surrogate pair"] = () => In("{\"inputs\":{", "\"a\":0}}", "\"\\ud800\":0,"),
        ["a number"] = () => In("{\"inputs\":{\"page_size\":", "1}}", "1"),
        ["a number with decimals"] = () => In("{\"inputs\":{\"data_action_id\":1.", "1}}", "1"),
        ["a string of escapes"] = () => In("{\"inputs\":{\"data_action_id\":\"", "\"}}", "\\u0041"),
        ["a string of halves of surrogate pairs"] = () => In("{\"inputs\":{\"data_action_id\":\"", "\"}}", "\\ud800"),
        ["a string of spaces"] = () => In("{\"inputs\":{\"data_action_id\":\"", "\"}}", " "),
        ["an id as long as the event"] = () => In("{\"inputs\":{},\"requestId\":\"", "\"}", "a"),
        ["white space"] = () => In("{", "}", " \n"),
        ["an HTTP body of escaped quotes"] = () => In(Http("\"body\":\"["), "0]\"}", "\\\"\\\","),
        ["an HTTP body of empty objects"] = () => In(Http("\"body\":\"["), "{}]\"}", "{},"),
        ["an HTTP body of different names"] = () => Names(Http("\"body\":\"{"), "}\"}", "\\\""),
        ["an HTTP body in base64"] = () => Base64(Encoding.ASCII.GetBytes(In("[", "{}]", "{},")[..(Size * 3 / 5)])),
        ["an HTTP body in gzip"] = () => Base64(Gzip(Within(MostLevels - 1, "{},"))),
        ["an HTTP body in gzip of different names"] = () => Base64(Gzip(Names("{\"inputs\":{", "}}"))),
        ["HTTP headers"] = () => Names(Http("\"headers\":{"), "},\"body\":\"{}\"}"),
        ["HTTP headers with one name"] = () => In(Http("\"headers\":{"), "\"a\":\"\"},\"body\":\"{}\"}", "\"a\":\"\","),
        ["an HTTP context"] = () => Names("{\"version\":\"2.0\",\"body\":\"{}\",\"requestContext\":{\"http\":{},", "}}"),
        ["headers of a load balancer"] = () => In("{\"httpMethod\":\"GET\",\"path\":\"/\",\"requestContext\":{\"elb\":{}},\"multiValueHeaders\":{\"user-agent\":[", "0]}}", "[],"),
        ["a payload"] = () => In("{\"inputs\":{\"data_action_id\":\"a\",\"payload\":[", "{}]}}", "{},"),
        ["a deep payload"] = () => In("{\"inputs\":{\"data_action_id\":\"a\",\"payload\":" + new string('[', 60), "0" + new string(']', 60) + "}}", "{},"),
        ["a payload of different names"] = () => Names("{\"inputs\":{\"data_action_id\":\"a\",\"payload\":{", "}}}"),
        ["a payload in a string"] = () => In("{\"inputs\":{\"data_action_id\":\"a\",\"payload\":\"[", "{}]\"}}", "{},"),
        ["a payload in a string in a string"] = () => In("{\"inputs\":{\"data_action_id\":\"a\",\"payload\":\"\\\"[", "{}]\\\"\"}}", "{},"),
        ["the longest payload, deep"] = () => Payload(new string('[', MostLevels - 1), "{}" + new string(']', MostLevels - 1), "{},"),
        ["the longest payload of repeated names"] = () => Payload("{", "\"a\":0}", "\"a\":0,"),
        ["the longest payload of tags"] = () => Payload("{\"tags\":[", "0]}", "0,"),
        ["the identity in an HTTP authorizer's event"] = () => In(Http("\"type\":\"REQUEST\",\"routeArn\":\"a\",\"headers\":{\"authorization\":\"Bearer a\"},\"identitySource\":["), "0]}", "[],"),
    };

    private static string In(string start, string end, string item)
    {
        var text = new StringBuilder(Size).Append(start);
        return text.Insert(text.Length, item, (Size - start.Length - end.Length) / item.Length).Append(end).ToString();
    }

    private static string Within(int levels, string item) => In(new string('[', levels), "0" + new string(']', levels), item);

    private static string Http(string member) => "{\"version\":\"2.0\",\"requestContext\":{\"http\":{}}," + member;

    private static string Names(string start, string end, string quote = "\"")
    {
        var text = new StringBuilder(Size).Append(start);
        for (var i = 0; text.Length < Size - end.Length - 30; i++)
        {
            text.Append(quote).Append($"{i:x}").Append(quote).Append(":0,");
        }

        return text.Append(quote).Append('z').Append(quote).Append(":0").Append(end).ToString();
    }

    // 256 KiB is the longest that invoke-data-action takes; the rest is white space.
    private static string Payload(string start, string end, string item)
    {
        const int longest = 256 * 1024;
        var payload = start + string.Concat(Enumerable.Repeat(item, (longest - start.Length - end.Length) / item.Length)) + end;
        return JsonSerializer.Serialize(new { inputs = new { data_action_id = "a", payload } }).PadRight(Size);
    }

    private static string Base64(byte[] body) =>
        "{\"version\":\"2.0\",\"requestContext\":{\"http\":{}},\"isBase64Encoded\":true,\"body\":\"" + Convert.ToBase64String(body) + "\"}";

    private static byte[] Gzip(string text)
    {
        var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.ASCII.GetBytes(text));
        }

        return compressed.ToArray();
    }
}
