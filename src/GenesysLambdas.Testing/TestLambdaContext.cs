using Amazon.Lambda.Core;
using Moq;

namespace GenesysLambdas.Testing;

public sealed class TestLambdaContext : ILambdaContext
{
    public string AwsRequestId { get; init; } = "8476a536-e9f4-11e8-9739-2dfe598c3fcd";

    public IClientContext ClientContext => Mock.Of<IClientContext>();

    public string FunctionName => "TestFunction";

    public string FunctionVersion => "$LATEST";

    public ICognitoIdentity Identity => Mock.Of<ICognitoIdentity>();

    public string InvokedFunctionArn => "arn:aws:lambda:us-east-1:123456789012:function:TestFunction";

    public ILambdaLogger Logger => Mock.Of<ILambdaLogger>();

    public string LogGroupName => "/aws/lambda/TestFunction";

    public string LogStreamName => "2026/11/21/[$LATEST]0";

    public int MemoryLimitInMB => 256;

    /// <summary>The time left before the function times out.</summary>
    public TimeSpan RemainingTime { get; init; } = TimeSpan.FromSeconds(10);

    public string TraceId { get; init; } = "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Sampled=1";
}
