namespace Amazon.Lambda.Annotations;

/// <summary>
/// Marks the one class of an assembly whose <c>void ConfigureServices(IServiceCollection services)</c> registers what its functions need.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public class LambdaStartupAttribute : Attribute;
