namespace Amazon.Lambda.Annotations;

/// <summary>Settings for all functions of an assembly.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public class LambdaGlobalPropertiesAttribute : Attribute
{
    /// <summary>
    /// Generate a <c>Main</c> that runs the function whose method the environment variable <c>ANNOTATIONS_HANDLER</c> names.
    /// </summary>
    public bool GenerateMain { get; set; }
}
