namespace Amazon.Lambda.Annotations;

/// <summary>What holds for every function of an assembly.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public class LambdaGlobalPropertiesAttribute : Attribute
{
    /// <summary>
    /// Generate a <c>Main</c> that runs the function whose method the environment variable <c>ANNOTATIONS_HANDLER</c> names.
    /// </summary>
    public bool GenerateMain { get; set; }

    /// <summary>The functions' Lambda runtime, for a CloudFormation template that AWS's generator writes; ignored by the lean one.</summary>
    public string? Runtime { get; set; }
}
