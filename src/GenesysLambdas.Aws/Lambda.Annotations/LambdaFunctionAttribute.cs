namespace Amazon.Lambda.Annotations;

/// <summary>
/// Makes a method a Lambda function: <c>{Class}_{Method}_Generated</c> is generated for it. The other members describe
/// the function in a CloudFormation template that AWS's generator writes; the lean one writes none and ignores them.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public class LambdaFunctionAttribute : Attribute
{
    /// <summary>The function's logical id in the template.</summary>
    public string? ResourceName { get; set; }

    /// <summary>Seconds after which Lambda ends an invocation.</summary>
    public uint Timeout { get; set; }

    /// <summary>The function's memory, in MB.</summary>
    public uint MemorySize { get; set; }

    /// <summary>The function's execution role.</summary>
    public string? Role { get; set; }

    /// <summary>Managed policies of the function's execution role, separated by commas.</summary>
    public string? Policies { get; set; }

    /// <summary>How the function is deployed.</summary>
    public LambdaPackageType PackageType { get; set; }
}
