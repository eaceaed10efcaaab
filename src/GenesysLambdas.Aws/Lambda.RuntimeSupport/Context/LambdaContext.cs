using Amazon.Lambda.Core;
using GenesysLambdas.Telemetry;

namespace Amazon.Lambda.RuntimeSupport;

internal sealed class LambdaContext(
    InvocationEvent invocation,
    FunctionEnvironment environment,
    ILambdaSerializer? serializer,
    TimeProvider time,
    LogOutput? output = null) : ILambdaContext
{
    private ClientContext? clientContext;
    private CognitoIdentity? identity;
    private ILambdaLogger? logger;

    public string AwsRequestId => invocation.RequestId;

    public IClientContext ClientContext => clientContext ??= RuntimeSupport.ClientContext.Parse(invocation.ClientContext);

    public string FunctionName => environment.FunctionName;

    public string FunctionVersion => environment.FunctionVersion;

    public ICognitoIdentity Identity => identity ??= CognitoIdentity.Parse(invocation.CognitoIdentity);

    public string InvokedFunctionArn => invocation.FunctionArn ?? string.Empty;

    public ILambdaLogger Logger => logger ??= new LambdaLog(invocation.RequestId, environment, time, output ?? new LogOutput(LogOutput.Open(Console.OpenStandardOutput)));

    public string LogGroupName => environment.LogGroupName;

    public string LogStreamName => environment.LogStreamName;

    public int MemoryLimitInMB => environment.MemoryLimitInMB;

    public TimeSpan RemainingTime => invocation.Deadline - time.GetUtcNow();

    public string? TenantId => invocation.TenantId;

    public string? TraceId => invocation.TraceId;

    public ILambdaSerializer? Serializer => serializer;
}
