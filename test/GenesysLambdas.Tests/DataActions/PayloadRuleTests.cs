using System.Text.Json;
using GenesysLambdas.Testing;

namespace GenesysLambdas.Tests.DataActions;

public sealed class PayloadRuleTests
{
    [Theory]
    [InlineData("contact", null, """["contact"]""", "missing", "Field required")]
    [InlineData("contact", "null", """["contact"]""", "object_type", "Must be an object")]
    [InlineData("contact", "[]", """["contact"]""", "object_type", "Must be an object")]
    [InlineData("contact.external_id", null, """["contact","external_id"]""", "missing", "Field required")]
    [InlineData("contact.external_id", "7", """["contact","external_id"]""", "string_type", "Must be a string")]
    [InlineData("contact.external_id", "null", """["contact","external_id"]""", "string_type", "Must be a string")]
    [InlineData("contact.external_id", "\"\"", """["contact","external_id"]""", "string_too_short", "Must have 1 to 255 characters")]
    [InlineData("contact.channel", null, """["contact","channel"]""", "missing", "Field required")]
    [InlineData("contact.channel", "\"Chat\"", """["contact","channel"]""", "enum", "Must be one of chat, voice, email, web")]
    [InlineData("contact.channel", "1", """["contact","channel"]""", "string_type", "Must be a string")]
    [InlineData("contact.timestamp", null, """["contact","timestamp"]""", "missing", "Field required")]
    [InlineData("contact.timestamp", "1769862600", """["contact","timestamp"]""", "string_type", "Must be a string")]
    [InlineData("contact.timestamp", "\"2026-01-31T12:30:00\"", """["contact","timestamp"]""", "timezone_aware", "Timestamp must include timezone information")]
    [InlineData("contact.timestamp", "\"yesterday\"", """["contact","timestamp"]""", "datetime_parsing", "Must be a date and time as in ISO 8601, such as 2026-01-31T12:30:00Z")]
    [InlineData("contact.metadata", "[]", """["contact","metadata"]""", "object_type", "Must be an object")]
    [InlineData("contact.metadata", "\"{}\"", """["contact","metadata"]""", "object_type", "Must be an object")]
    [InlineData("priority", null, """["priority"]""", "missing", "Field required")]
    [InlineData("priority", "\"3\"", """["priority"]""", "int_type", "Must be an integer")]
    [InlineData("priority", "3.0", """["priority"]""", "int_type", "Must be an integer")]
    [InlineData("priority", "3e0", """["priority"]""", "int_type", "Must be an integer")]
    [InlineData("priority", "true", """["priority"]""", "int_type", "Must be an integer")]
    [InlineData("priority", "null", """["priority"]""", "int_type", "Must be an integer")]
    [InlineData("priority", "0", """["priority"]""", "greater_than_equal", "Must be from 1 to 5")]
    [InlineData("priority", "-99999999999999999999", """["priority"]""", "greater_than_equal", "Must be from 1 to 5")]
    [InlineData("priority", "6", """["priority"]""", "less_than_equal", "Must be from 1 to 5")]
    [InlineData("priority", "99999999999999999999", """["priority"]""", "less_than_equal", "Must be from 1 to 5")]
    [InlineData("tags", "null", """["tags"]""", "list_type", "Must be an array")]
    [InlineData("tags", "\"a\"", """["tags"]""", "list_type", "Must be an array")]
    [InlineData("tags", "[\"a\",1]", """["tags",1]""", "string_type", "Must be a string")]
    [InlineData("tags", "[1,2,3,4,5,6,7,8,9,10,11]", """["tags"]""", "too_long", "Maximum of 10 tags allowed")]
    [InlineData("callback_url", null, """["callback_url"]""", "missing", "Field required")]
    [InlineData("callback_url", "{}", """["callback_url"]""", "string_type", "Must be a string")]
    [InlineData("callback_url", "\"\"", """["callback_url"]""", "url_parsing", "Must be an absolute URL")]
    [InlineData("callback_url", "\"/done\"", """["callback_url"]""", "url_parsing", "Must be an absolute URL")]
    [InlineData("callback_url", "\"example.com/done\"", """["callback_url"]""", "url_parsing", "Must be an absolute URL")]
    [InlineData("callback_url", "\"//example.com/done\"", """["callback_url"]""", "url_parsing", "Must be an absolute URL")]
    [InlineData("callback_url", "\" https://example.com\"", """["callback_url"]""", "url_parsing", "Must be an absolute URL")]
    [InlineData("callback_url", "\"https://exa mple.com\"", """["callback_url"]""", "url_parsing", "Must be an absolute URL")]
    [InlineData("callback_url", "\"https://\"", """["callback_url"]""", "url_parsing", "Must be an absolute URL")]
    [InlineData("callback_url", "\"https:example.com\"", """["callback_url"]""", "url_parsing", "Must be an absolute URL")]
    [InlineData("callback_url", "\"http:/example.com\"", """["callback_url"]""", "url_parsing", "Must be an absolute URL")]
    [InlineData("callback_url", "\"ftp://example.com/done\"", """["callback_url"]""", "url_scheme", "Must be an http or https URL")]
    [InlineData("callback_url", "\"mailto:a@example.com\"", """["callback_url"]""", "url_scheme", "Must be an http or https URL")]
    public async Task A_broken_rule_is_reported_with_its_place_and_kind_and_nothing_is_sent(string place, string? json, string loc, string type, string message)
    {
        var violations = await ViolationsOf(Payloads.With(place, json));

        Assert.Equal($$"""{"loc":{{loc}},"type":"{{type}}","msg":"{{message}}"}""", violations[0].GetRawText());
    }

    [Theory]
    [InlineData("contact.external_id", "\" \"")]
    [InlineData("contact.channel", "\"voice\"")]
    [InlineData("contact.channel", "\"email\"")]
    [InlineData("contact.channel", "\"web\"")]
    [InlineData("contact.metadata", "null")]
    [InlineData("contact.metadata", "{}")]
    [InlineData("contact.metadata", "{\"a\":[1,{\"b\":null}]}")]
    [InlineData("priority", "1")]
    [InlineData("priority", "5")]
    [InlineData("tags", "[]")]
    [InlineData("tags", "[\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\",\"8\",\"9\",\"\"]")]
    [InlineData("callback_url", "\"HTTP://localhost:8080/x?y=z#f\"")]
    [InlineData("callback_url", "\"https://[::1]/\"")]
    [InlineData("other", "{\"a\":1}")]
    public async Task Sends_a_payload_that_follows_the_rules_unchanged(string place, string json)
    {
        await using var api = GenesysApi.Answering(Reply.Ok("{}"));
        using var function = api.Function("invoke-data-action");
        var payload = Payloads.With(place, json);

        (await function.SendAsync(Payloads.Request(payload))).GetProperty("result").AssertSuccess();
        (await function.SendAsync(Payloads.Request(payload, asText: false))).GetProperty("result").AssertSuccess();

        Assert.Equal([payload, payload], api.Requests.Select(request => JsonElement.Parse(request.Body).GetRawText()));
    }

    [Theory]
    [InlineData(255, true)]
    [InlineData(256, false)]
    public async Task An_external_id_is_counted_in_characters_not_in_halves_of_them(int characters, bool isValid)
    {
        await using var api = GenesysApi.Answering(Reply.Ok("{}"));
        using var function = api.Function("invoke-data-action");
        var payload = Payloads.With("contact.external_id", JsonSerializer.Serialize(string.Concat(Enumerable.Repeat("😀", characters))));

        Assert.Equal(isValid, (await function.SendAsync(Payloads.Request(payload))).GetProperty("result").Flag("success"));
    }

    [Fact]
    public async Task Drops_repeated_tags_and_preserves_the_order()
    {
        await using var api = GenesysApi.Answering(Reply.Ok("{}"));
        using var function = api.Function("invoke-data-action");

        await function.SendAsync(Payloads.Request(Payloads.With("tags", """["b","a","\u0062","B","a"," a"]""")));

        Assert.Equal("""["b","a","B"," a"]""", JsonElement.Parse(api.Request.Body).GetProperty("tags").GetRawText());
    }

    [Fact]
    public async Task Numbers_of_any_size_are_sent_with_all_their_digits()
    {
        await using var api = GenesysApi.Answering(Reply.Ok("{}"));
        using var function = api.Function("invoke-data-action");
        const string metadata = """{"a":1e400,"b":0.10000000000000000000000000000000000001,"c":-0,"d":"\u0041"}""";
        var payload = Payloads.Valid.Replace("\"channel\"", $"\"metadata\":{metadata},\"channel\"", StringComparison.Ordinal);

        await function.SendAsync(Payloads.Request(payload));

        Assert.Contains(metadata, api.Request.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_wrong_is_reported_at_once()
    {
        var violations = await ViolationsOf("""{"contact":{"external_id":"","channel":"fax","timestamp":"now","metadata":1},"priority":9,"tags":[1,"a",null],"callback_url":"x"}""");

        Assert.Equal(
            ["contact.external_id", "contact.channel", "contact.timestamp", "contact.metadata", "priority", "tags.0", "tags.2", "callback_url"],
            violations.Select(violation => string.Join('.', violation.GetProperty("loc").EnumerateArray())));
    }

    [Theory]
    [InlineData("""{"priority":1,"priority":2}""", """["priority"]""")]
    [InlineData("""{"contact":{"channel":"chat","\u0063hannel":"web"}}""", """["contact","channel"]""")]
    public async Task A_repeated_member_is_reported(string payload, string loc)
    {
        var violations = await ViolationsOf(payload);

        Assert.Contains(violations, violation => violation.GetRawText() == $$"""{"loc":{{loc}},"type":"repeated","msg":"Must appear only once"}""");
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("true")]
    [InlineData("\"text\"")]
    public async Task A_payload_that_is_not_an_object_is_reported(string payload)
    {
        var violation = Assert.Single(await ViolationsOf(payload));

        Assert.Equal("""{"loc":[],"type":"object_type","msg":"Must be an object"}""", violation.GetRawText());
    }

    [Fact]
    public async Task A_report_of_too_many_violations_says_how_many_more_there_are()
    {
        var violations = await ViolationsOf(Payloads.With("tags", $"[{string.Join(',', Enumerable.Repeat("1", 50_000))}]"));

        Assert.Equal(1001, violations.Count);
        Assert.Equal("""{"loc":[],"type":"more","msg":"And 49001 more"}""", violations[^1].GetRawText());
    }

    [Theory]
    [InlineData(10, "")]
    // That there are more than ten tags is a violation as well.
    [InlineData(11, "; and 2 more")]
    [InlineData(12, "; and 3 more")]
    public async Task The_message_names_ten_violations_and_counts_the_rest(int count, string end)
    {
        await using var api = GenesysApi.Answering(Reply.Ok("{}"));
        using var function = api.Function("invoke-data-action");

        var request = Payloads.Request(Payloads.With("tags", $"[{string.Join(',', Enumerable.Repeat("1", count))}]"));
        var message = (await function.SendAsync(request)).GetProperty("result").Text("errorMessage")!;

        Assert.Equal(10, message.Split("; ").Count(part => !part.StartsWith("and ", StringComparison.Ordinal)));
        Assert.EndsWith(end, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"inputs":{"payload":{}}}""", "Missing required input: data_action_id")]
    [InlineData("""{"inputs":{"data_action_id":"a"}}""", "Missing required input: payload")]
    [InlineData("""{"inputs":{"data_action_id":"a","payload":" "}}""", "Missing required input: payload")]
    [InlineData("""{"inputs":{"data_action_id":"a","payload":null}}""", "Missing required input: payload")]
    [InlineData("""{"inputs":{"data_action_id":"..","payload":{}}}""", "data_action_id must be a string of 1 to 255 characters without / and \\, other than . and ..")]
    [InlineData("""{"inputs":{"data_action_id":"a","payload":{"x":"\ud800"}}}""", "payload must be valid Unicode")]
    [InlineData("""{"inputs":{"data_action_id":"a","payload":"{\"\\udfff\":1}"}}""", "payload must be valid Unicode")]
    public async Task An_unusable_input_is_reported(string request, string message)
    {
        await using var api = GenesysApi.Answering(Reply.Ok("{}"));
        using var function = api.Function("invoke-data-action");

        var outputs = (await function.SendAsync(request)).GetProperty("result");

        outputs.AssertFailure(400, "ValidationError", message);
        Assert.Equal(("error", "VALIDATION_FAILED", message), (outputs.Text("status"), outputs.Text("code"), outputs.Text("message")));
        Assert.Equal(message, Assert.Single(JsonElement.Parse(outputs.Text("details")!).EnumerateArray()).Text("msg"));
        Assert.Empty(api.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_payload_may_have_256_Ki_characters_and_no_more(bool asText)
    {
        const int most = 256 * 1024;
        await using var api = GenesysApi.Answering(Reply.Ok("{}"));
        using var function = api.Function("invoke-data-action");
        var spare = most - Payloads.With("note", "\"\"").Length;

        var longest = await function.SendAsync(Payloads.Request(Payloads.With("note", $"\"{new string('x', spare)}\""), asText));
        var tooLong = await function.SendAsync(Payloads.Request(Payloads.With("note", $"\"{new string('x', spare + 1)}\""), asText));

        longest.GetProperty("result").AssertSuccess();
        tooLong.GetProperty("result").AssertFailure(400, "ValidationError", $"payload must be JSON of up to {most} characters");
    }

    private static async Task<IReadOnlyList<JsonElement>> ViolationsOf(string payload)
    {
        await using var api = GenesysApi.Answering(Reply.Ok("{}"));
        using var function = api.Function("invoke-data-action");

        var outputs = (await function.SendAsync(Payloads.Request(payload))).GetProperty("result");

        Assert.Equal(
            (false, 400, "ValidationError", "error", "VALIDATION_FAILED", "Payload does not match the required Data Action schema"),
            (outputs.Flag("success"), outputs.GetProperty("statusCode").GetInt32(), outputs.Text("errorCode"), outputs.Text("status"), outputs.Text("code"), outputs.Text("message")));
        Assert.StartsWith(outputs.Text("message") + ": ", outputs.Text("errorMessage"), StringComparison.Ordinal);
        Assert.Empty(api.Requests);
        return [.. JsonElement.Parse(outputs.Text("details")!).EnumerateArray()];
    }
}
