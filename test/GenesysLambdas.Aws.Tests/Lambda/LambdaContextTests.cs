using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;

namespace GenesysLambdas.Aws.Tests.Lambda;

public sealed class LambdaContextTests
{
    private static readonly FunctionEnvironment Environment = new()
    {
        FunctionName = "UserLookup",
        FunctionVersion = "$LATEST",
        MemoryLimitInMB = 256,
        LogGroupName = "group",
        LogStreamName = "stream",
    };

    [Fact]
    public async Task The_context_contains_what_came_with_the_event()
    {
        var context = await ContextAsync(
            ("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:eu-central-1:1:function:UserLookup:live"),
            ("Lambda-Runtime-Trace-Id", "Root=1-5e1b4151-5ac6c58dc39a6b6ad6e3d3a3;Sampled=1"),
            ("Lambda-Runtime-Aws-Tenant-Id", "blue"),
            ("Lambda-Runtime-Client-Context", """{"client":{"app_title":"Phone","installation_id":"i"},"custom":{"a":"1","n":2},"env":{"make":"x"}}"""),
            ("Lambda-Runtime-Cognito-Identity", """{"cognitoIdentityId":"me","cognitoIdentityPoolId":"pool"}"""));

        Assert.Equal("id-1", context.AwsRequestId);
        Assert.Equal("arn:aws:lambda:eu-central-1:1:function:UserLookup:live", context.InvokedFunctionArn);
        Assert.Equal("Root=1-5e1b4151-5ac6c58dc39a6b6ad6e3d3a3;Sampled=1", context.TraceId);
        Assert.Equal("blue", context.TenantId);
        Assert.Equal("Phone", context.ClientContext?.Client?.AppTitle);
        Assert.Equal("i", context.ClientContext?.Client?.InstallationId);
        Assert.Null(context.ClientContext?.Client?.AppVersionCode);
        Assert.Equal("1", context.ClientContext?.Custom?["a"]);
        Assert.Equal("2", context.ClientContext?.Custom?["n"]);
        Assert.Equal("x", context.ClientContext?.Environment?["make"]);
        Assert.Equal("me", context.Identity?.IdentityId);
        Assert.Equal("pool", context.Identity?.IdentityPoolId);
        Assert.Equal(("UserLookup", "$LATEST", 256, "group", "stream"), (context.FunctionName, context.FunctionVersion, context.MemoryLimitInMB, context.LogGroupName, context.LogStreamName));
    }

    [Fact]
    public async Task Missing_parts_of_the_context_are_empty_as_in_AWSs_runtime()
    {
        var context = await ContextAsync();

        Assert.NotNull(context.ClientContext);
        Assert.Null(context.ClientContext.Client);
        Assert.Null(context.ClientContext.Custom);
        Assert.NotNull(context.Identity);
        Assert.Null(context.Identity.IdentityId);
        Assert.Null(context.TraceId);
        Assert.Null(context.TenantId);
    }

    [Fact]
    public async Task Client_context_and_identity_may_have_64_levels()
    {
        var most = string.Concat(Enumerable.Repeat("{\"a\":", 63)) + "{}" + new string('}', 63);
        var context = await ContextAsync(("Lambda-Runtime-Client-Context", most), ("Lambda-Runtime-Cognito-Identity", most));
        var deeper = await ContextAsync(("Lambda-Runtime-Client-Context", $"[{most}]"), ("Lambda-Runtime-Cognito-Identity", $"[{most}]"));

        Assert.Null(context.ClientContext?.Client);
        Assert.Null(context.Identity?.IdentityId);
        Assert.ThrowsAny<System.Text.Json.JsonException>(() => deeper.ClientContext);
        Assert.ThrowsAny<System.Text.Json.JsonException>(() => deeper.Identity);
    }

    [Fact]
    public async Task The_remaining_time_runs_down_to_the_deadline_and_below()
    {
        var time = new ManualTime(DateTimeOffset.FromUnixTimeMilliseconds(1_000_000));
        var context = await ContextAsync(time, ("Lambda-Runtime-Deadline-Ms", "1010000"));

        Assert.Equal(TimeSpan.FromSeconds(10), context.RemainingTime);
        time.Now += TimeSpan.FromSeconds(12);
        Assert.Equal(TimeSpan.FromSeconds(-2), context.RemainingTime);
    }

    private static Task<ILambdaContext> ContextAsync(params (string Name, string Value)[] headers) => ContextAsync(TimeProvider.System, headers);

    private static async Task<ILambdaContext> ContextAsync(TimeProvider time, params (string Name, string Value)[] headers)
    {
        using var response = new HttpResponseMessage { Content = new ByteArrayContent([]) };
        response.Headers.Add("Lambda-Runtime-Aws-Request-Id", "id-1");
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return new LambdaContext(await InvocationEvent.ReadAsync(response), Environment, serializer: null, time);
    }
}
