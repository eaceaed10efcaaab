namespace Amazon.Lambda.Annotations;

/// <summary>Makes a method a Lambda function.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class LambdaFunctionAttribute : Attribute
{
    /// <summary>The function's logical id in the CloudFormation template.</summary>
    public string? ResourceName { get; set; }
}
