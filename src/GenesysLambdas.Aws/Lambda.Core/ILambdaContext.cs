namespace Amazon.Lambda.Core;

/// <summary>What a function may know about the invocation it is answering, and about itself.</summary>
public interface ILambdaContext
{
    /// <summary>The invocation's id; the same again when Lambda retries the event.</summary>
    string AwsRequestId { get; }

    /// <summary>What the caller sent in <c>X-Amz-Client-Context</c>; its members are null if it sent none.</summary>
    IClientContext? ClientContext { get; }

    /// <summary>The function's name.</summary>
    string FunctionName { get; }

    /// <summary>The function's version, <c>$LATEST</c> if none was published.</summary>
    string FunctionVersion { get; }

    /// <summary>The caller's Amazon Cognito identity; its members are null if the caller has none.</summary>
    ICognitoIdentity? Identity { get; }

    /// <summary>The ARN the caller used: with a version or alias if it named one.</summary>
    string InvokedFunctionArn { get; }

    /// <summary>Writes to the function's log.</summary>
    ILambdaLogger Logger { get; }

    /// <summary>The function's CloudWatch log group.</summary>
    string LogGroupName { get; }

    /// <summary>This process's CloudWatch log stream.</summary>
    string LogStreamName { get; }

    /// <summary>The function's memory, in MB.</summary>
    int MemoryLimitInMB { get; }

    /// <summary>Time until Lambda ends the invocation; negative when that has passed.</summary>
    TimeSpan RemainingTime { get; }

    /// <summary>The tenant of the invocation, in a function with tenant isolation; otherwise empty or null.</summary>
    string? TenantId => string.Empty;

    /// <summary>The invocation's X-Ray trace header; empty or null if it is not traced.</summary>
    string? TraceId => string.Empty;

    /// <summary>The serializer the function was started with; null for a handler of streams.</summary>
    ILambdaSerializer? Serializer => null;
}
