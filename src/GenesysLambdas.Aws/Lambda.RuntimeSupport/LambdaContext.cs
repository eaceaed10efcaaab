using Amazon.Lambda.Core;
using GenesysLambdas.Core.Telemetry;

namespace Amazon.Lambda.RuntimeSupport;

internal sealed class LambdaContext(
    InvocationEvent invocation,
    FunctionEnvironment environment,
    ILambdaSerializer? serializer,
    TimeProvider time,
    LogOutput? output = null) : ILambdaContext
{
    private ClientContext? _clientContext;
    private CognitoIdentity? _identity;
    private ILambdaLogger? _logger;

    public string AwsRequestId => invocation.RequestId;

    public IClientContext ClientContext => _clientContext ??= RuntimeSupport.ClientContext.Parse(invocation.ClientContext);

    public string FunctionName => environment.FunctionName;

    public string FunctionVersion => environment.FunctionVersion;

    public ICognitoIdentity Identity => _identity ??= CognitoIdentity.Parse(invocation.CognitoIdentity);

    public string InvokedFunctionArn => invocation.FunctionArn ?? "";

    public ILambdaLogger Logger => _logger ??= new LambdaLog(
        invocation.RequestId, environment, time, output ?? new LogOutput(LogOutput.Open(Console.OpenStandardOutput)));

    public string LogGroupName => environment.LogGroupName;

    public string LogStreamName => environment.LogStreamName;

    public int MemoryLimitInMB => environment.MemoryLimitInMB;

    public TimeSpan RemainingTime => invocation.Deadline - time.GetUtcNow();

    public string? TenantId => invocation.TenantId;

    public string? TraceId => invocation.TraceId;

    public ILambdaSerializer? Serializer => serializer;
}
