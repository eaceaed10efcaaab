using System.Text.Json.Nodes;
using GenesysLambdas.Local.Tests.Emulator;

namespace GenesysLambdas.Local.Tests.Page;

public class OutputsTests
{
    private const string Outputs = """{"temperature":21.5,"condition":"Clear sky","success":true,"statusCode":200,"errorCode":"","errorMessage":""}""";

    [Theory]
    [InlineData("""{"inputs":{}}""", $$"""{"result":{{Outputs}}}""", "inputs")]
    [InlineData("""{"data":{}}""", $$"""{"status":200,"result":{{Outputs}}}""", "data")]
    [InlineData("""{"city_name":"Paris"}""", Outputs, "flat")]
    [InlineData("""{"version":"2.0","requestContext":{"http":{}},"body":"{\"inputs\":{}}"}""", """{"statusCode":200,"body":"{\"result\":{\"temperature\":21.5,\"condition\":\"Clear sky\",\"success\":true,\"statusCode\":200,\"errorCode\":\"\",\"errorMessage\":\"\"}}","isBase64Encoded":false}""", "http")]
    [InlineData("""{"version":"2.0","requestContext":{"http":{}},"body":"e30=","isBase64Encoded":true}""", """{"statusCode":200,"body":"{\"temperature\":21.5,\"condition\":\"Clear sky\",\"success\":true,\"statusCode\":200,\"errorCode\":\"\",\"errorMessage\":\"\"}","isBase64Encoded":false}""", "http")]
    [InlineData("""{"httpMethod":"POST","path":"/","requestContext":{"stage":"prod"},"body":"{\"inputs\":{}}"}""", """{"statusCode":200,"headers":{"Content-Type":"application/json"},"body":"{\"result\":{\"temperature\":21.5,\"condition\":\"Clear sky\",\"success\":true,\"statusCode\":200,\"errorCode\":\"\",\"errorMessage\":\"\"}}","isBase64Encoded":false}""", "http")]
    [InlineData("""{"httpMethod":"POST","path":"/","requestContext":{"elb":{}},"body":"{\"inputs\":{}}"}""", """{"statusCode":200,"statusDescription":"200 OK","body":"{\"result\":{\"temperature\":21.5,\"condition\":\"Clear sky\",\"success\":true,\"statusCode\":200,\"errorCode\":\"\",\"errorMessage\":\"\"}}","isBase64Encoded":false}""", "http")]
    public async Task Each_dialect_has_its_own_templates(string json, string answer, string dialect)
    {
        var call = await CallAsync(json, answer);

        Assert.Equal(dialect, (string?)call["dialect"]);
        Assert.Equal(("success", 200), ((string?)call["summary"]!["outcome"], (int)call["summary"]!["statusCode"]!));
        Assert.Equal(["21.5", "Clear sky", "true", "200", "", ""], call["outputs"]!.AsArray().Select(output => (string)output!["value"]!));
        Assert.All(call["outputs"]!.AsArray(), output => Assert.Null(output!["problem"]));
    }

    [Theory]
    [InlineData("""{"condition":"x"}""", "temperature", "missing", "NOT_SET", "")]
    [InlineData("""{"temperature":null}""", "temperature", "null", "NOT_SET", "null")]
    [InlineData("""{"temperature":"warm"}""", "temperature", "type", "warm", "string")]
    [InlineData("""{"temperature":21}""", "temperature", null, "21", "integer")]
    [InlineData("""{"statusCode":200.5}""", "statusCode", "type", "200.5", "number")]
    [InlineData("""{"success":"true"}""", "success", "type", "true", "string")]
    [InlineData("""{"condition":{"a":1}}""", "condition", "type", """{"a":1}""", "object")]
    [InlineData("""{"condition":["a"]}""", "condition", "type", """["a"]""", "string[]")]
    [InlineData("""{"wind":3}""", "wind", "extra", "3", "integer")]
    [InlineData("""{"<script>":"<b>"}""", "<script>", "extra", "<b>", "string")]
    public async Task Shows_how_an_output_breaks_the_contract(string result, string name, string? problem, string value, string type)
    {
        var call = await CallAsync("""{"inputs":{}}""", $$"""{"result":{{result}}}""");

        var output = call["outputs"]!.AsArray().Single(output => (string?)output!["name"] == name)!;
        Assert.Equal((problem, value, type), ((string?)output["problem"], (string?)output["value"], (string?)output["type"]));
        Assert.Equal(problem is null, (string?)output["note"] == "");
        Assert.Equal(problem == "extra", output["declared"] is null);
    }

    [Fact]
    public async Task Lists_the_contracts_outputs_first()
    {
        var call = await CallAsync("""{"inputs":{}}""", """{"result":{"extra":1,"errorMessage":"","condition":"x"}}""");

        Assert.Equal(
            ["temperature", "condition", "success", "statusCode", "errorCode", "errorMessage", "extra"], call["outputs"]!.AsArray().Select(output => (string)output!["name"]!));
    }

    [Theory]
    [InlineData("""["a","b"]""", null, "string[]")]
    [InlineData("[]", null, "string[]")]
    [InlineData("[1]", "type", "integer[]")]
    [InlineData("""["a",1]""", "type", "string or integer[]")]
    [InlineData("\"a\"", "type", "string")]
    public async Task Checks_the_types_of_array_items(string ids, string? problem, string type)
    {
        var call = await CallAsync("""{"inputs":{}}""", $$$"""{"result":{"ids":{{{ids}}}}}""", "ListInvocationsFunction");

        Assert.Equal((problem, type), ((string?)call["outputs"]![0]!["problem"], (string?)call["outputs"]![0]!["type"]));
    }

    [Theory]
    [InlineData("""{"inputs":{}}""", Outputs)]
    [InlineData("""{"inputs":{}}""", """{"result":null}""")]
    [InlineData("""{"inputs":{}}""", """{"result":"text"}""")]
    [InlineData("""{"inputs":{}}""", "[1]")]
    [InlineData("""{"inputs":{}}""", "null")]
    [InlineData("""{"inputs":{}}""", "not JSON")]
    [InlineData("""{"inputs":{}}""", "")]
    [InlineData("{}", "[1]")]
    public async Task An_answer_without_outputs_fails_the_data_action(string json, string answer)
    {
        var call = await CallAsync(json, answer);

        Assert.Equal("The data action fails: its templates find no outputs in the answer.", (string?)call["actionError"]);
        Assert.All(call["outputs"]!.AsArray(), output => Assert.Equal("missing", (string?)output!["problem"]));
        Assert.Equal("failure", (string?)call["summary"]!["outcome"]);
        Assert.Equal(answer, (string?)call["answer"]);
    }

    [Theory]
    [InlineData(400, "rejected")]
    [InlineData(404, "rejected")]
    [InlineData(502, "failure")]
    public async Task Without_a_log_the_status_code_decides_the_outcome(int status, string outcome)
    {
        var call = await CallAsync("""{"inputs":{}}""", $$$"""{"result":{"success":false,"statusCode":{{{status}}},"errorCode":"E","errorMessage":"M"}}""");

        Assert.Equal($$"""{"outcome":"{{outcome}}","statusCode":{{status}},"errorCode":"E","errorMessage":"M"}""", call["summary"]!.ToJsonString());
    }

    private static async Task<JsonNode> CallAsync(string json, string answer, string function = TestEmulator.Function)
    {
        await using var page = await TestPage.StartAsync();
        using var visitor = new VisitingFunction(page.Emulator.Client, function);
        var calling = page.Emulator.Emulator.InvokeAsync(function, System.Text.Encoding.UTF8.GetBytes(json));
        await visitor.NextAsync();
        await visitor.AnswerAsync(answer);
        await calling;
        var newest = (await page.GetAsync("calls?after=0&wait=true"))["calls"]![0]!;
        return await page.GetAsync($"calls/{newest["id"]}");
    }
}
