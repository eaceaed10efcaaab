namespace Amazon.Lambda.Annotations;

/// <summary>Makes a method a Lambda function: <c>{Class}_{Method}_Generated</c> is generated for it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class LambdaFunctionAttribute : Attribute
{
    /// <summary>The function's logical id in the CloudFormation template that AWS's generator writes; the lean one writes none.</summary>
    public string? ResourceName { get; set; }
}
