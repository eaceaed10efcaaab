using System.Text.Json.Nodes;

namespace GenesysLambdas.Publishing.Tests.Actions;

/// <summary>Nobody types an ARN into an exported action.</summary>
public sealed class FunctionArnTests : IDisposable
{
    private const string WeatherArn = "arn:aws:lambda:eu-central-1:123456789012:function:lookups-current-weather";
    private const string HistoryArn = "arn:aws-us-gov:lambda:us-gov-west-1:123456789012:function:lookups-list-invocations:live";

    private readonly ActionsFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Without_an_ARN_there_is_a_placeholder()
    {
        Assert.Equal(0, await _folder.ExportAsync("--function-arn", $"list-invocations={HistoryArn}"));

        Assert.Equal("<ARN of CurrentWeatherFunction>", Function("current-weather"));
        Assert.StartsWith("The function's ARN is unknown for current-weather:", _folder.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARNs_come_from_the_deployed_stack_unless_one_is_given()
    {
        var stack = _folder.Write("stack.json", Stack(("GenesysCloudRoleArn", "arn:aws:iam::123456789012:role/r"), ("CurrentWeatherFunctionArn", WeatherArn + "-of-the-stack"), ("ListInvocationsFunctionArn", HistoryArn)));

        Assert.Equal(0, await _folder.ExportAsync("--stack-outputs", stack, "--function-arn", $"current-weather={WeatherArn}"));

        Assert.Equal((WeatherArn, HistoryArn), (Function("current-weather"), Function("list-invocations")));
        Assert.Empty(_folder.Error);
    }

    [Fact]
    public async Task A_function_that_is_not_deployed_leaves_a_placeholder_and_a_note()
    {
        var stack = _folder.Write("stack.json", Stack(("CurrentWeatherFunctionArn", WeatherArn)));

        Assert.Equal(0, await _folder.ExportAsync("--stack-outputs", stack));

        Assert.Equal((WeatherArn, "<ARN of ListInvocationsFunction>"), (Function("current-weather"), Function("list-invocations")));
        Assert.Contains("list-invocations", _folder.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"Stacks":[]}""", "has no stack with an output such as CurrentWeatherFunctionArn")]
    [InlineData("""{"Stacks":[{"StackName":"other"}]}""", "has no stack with an output such as CurrentWeatherFunctionArn")]
    [InlineData("""{"Stacks":[{"Outputs":[{"OutputKey":"CurrentWeatherFunctionArn","OutputValue":"a"}]},{"Outputs":[{"OutputKey":"CurrentWeatherFunctionArn","OutputValue":"b"}]}]}""", "has 2 stacks with these functions")]
    [InlineData("""{"Stacks":[{"Outputs":[{"OutputKey":"CurrentWeatherFunctionArn","OutputValue":"arn:aws:s3:::bucket"}]}]}""", "'arn:aws:s3:::bucket' is not an ARN of a function for current-weather")]
    [InlineData("""{"Stacks":[{"Outputs":[{"OutputKey":"CurrentWeatherFunctionArn"}]}]}""", "is not the output of describe-stacks")]
    [InlineData("[]", "is not the output of describe-stacks")]
    [InlineData("CurrentWeatherFunctionArn", "is not the output of describe-stacks")]
    public async Task Explains_what_is_wrong_with_a_stack_file(string text, string problem)
    {
        Assert.Equal(1, await _folder.ExportAsync("--stack-outputs", _folder.Write("stack.json", text)));

        Assert.Contains(problem, _folder.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.Actions));
    }

    [Theory]
    [InlineData("current-weather", "'' is not an ARN of a function for current-weather")]
    [InlineData("current-weather=my-function", "'my-function' is not an ARN of a function for current-weather")]
    [InlineData("current-weather=" + WeatherArn + ":$LATEST", "is not an ARN of a function for current-weather")]
    [InlineData("current-weathr=" + WeatherArn, "Did you mean current-weather?")]
    public async Task An_invalid_ARN_is_an_error(string argument, string problem)
    {
        Assert.Equal(1, await _folder.ExportAsync("--function-arn", argument));
        Assert.Contains(problem, _folder.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_ARNs_for_a_lookup_are_an_error()
    {
        Assert.Equal(1, await _folder.ExportAsync("--function-arn", $"current-weather={WeatherArn}", "--function-arn", $"current-weather={HistoryArn}"));
        Assert.Equal("The function of current-weather is given twice.", _folder.Error.Trim());
    }

    private string? Function(string lookup) => (string?)_folder.Action(lookup)["config"]!["request"]!["requestUrlTemplate"];

    private static string Stack(params (string Key, string Value)[] outputs) => new JsonObject
    {
        ["Stacks"] = new JsonArray(new JsonObject
        {
            ["StackName"] = "lookups",
            ["Parameters"] = new JsonArray(),
            ["Outputs"] = new JsonArray([.. outputs.Select(output => new JsonObject { ["OutputKey"] = output.Key, ["OutputValue"] = output.Value, ["Description"] = "An ARN." })]),
        }),
    }.ToJsonString();
}
