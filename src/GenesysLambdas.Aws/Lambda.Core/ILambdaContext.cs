namespace Amazon.Lambda.Core;

/// <summary>What a function may know about the invocation it is answering, and about itself.</summary>
public interface ILambdaContext
{
    /// <summary>The invocation's id; the same again when Lambda retries the event.</summary>
    string AwsRequestId { get; }

    /// <summary>What the caller sent in <c>X-Amz-Client-Context</c>; its members are null if it sent none.</summary>
    IClientContext? ClientContext { get; }

    string FunctionName { get; }

    /// <summary>The function's version, <c>$LATEST</c> if none was published.</summary>
    string FunctionVersion { get; }

    /// <summary>The caller's Amazon Cognito identity; its members are null if the caller has none.</summary>
    ICognitoIdentity? Identity { get; }

    /// <summary>The ARN the caller used: with a version or alias if it named one.</summary>
    string InvokedFunctionArn { get; }

    ILambdaLogger Logger { get; }

    string LogGroupName { get; }

    string LogStreamName { get; }

    int MemoryLimitInMB { get; }

    /// <summary>Time until Lambda ends the invocation; negative when that has passed.</summary>
    TimeSpan RemainingTime { get; }

    /// <summary>The tenant of the invocation, in a function with tenant isolation; otherwise empty or null.</summary>
    string? TenantId => "";

    /// <summary>The invocation's X-Ray trace header; empty or null if it is not traced.</summary>
    string? TraceId => "";

    /// <summary>The serializer the function was started with; null for a handler of streams.</summary>
    ILambdaSerializer? Serializer => null;
}

/// <summary>What the caller says about itself in <c>X-Amz-Client-Context</c>.</summary>
public interface IClientContext
{
    /// <summary>The caller's environment; null if it did not say.</summary>
    IDictionary<string, string>? Environment { get; }

    IClientApplication? Client { get; }

    IDictionary<string, string>? Custom { get; }
}

/// <summary>The application that invoked the function, as the AWS mobile SDKs describe it.</summary>
public interface IClientApplication
{
    string? AppPackageName { get; }

    string? AppTitle { get; }

    string? AppVersionCode { get; }

    string? AppVersionName { get; }

    /// <summary>The id of this installation of the application.</summary>
    string? InstallationId { get; }
}

/// <summary>The caller's Amazon Cognito identity.</summary>
public interface ICognitoIdentity
{
    string? IdentityId { get; }

    /// <summary>The id of the pool the identity is in.</summary>
    string? IdentityPoolId { get; }
}
