namespace Amazon.Lambda.Annotations;

/// <summary>Marks a parameter that comes from the invocation's service scope, not from the event.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public class FromServicesAttribute : Attribute;
