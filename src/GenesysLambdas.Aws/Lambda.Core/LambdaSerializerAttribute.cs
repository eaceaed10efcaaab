namespace Amazon.Lambda.Core;

/// <summary>Says which <see cref="ILambdaSerializer"/> a function, or every function of an assembly, uses.</summary>
/// <param name="serializerType">The serializer; it needs a public constructor without parameters.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Assembly)]
public sealed class LambdaSerializerAttribute(Type serializerType) : Attribute
{
    /// <summary>The serializer.</summary>
    public Type SerializerType { get; set; } = serializerType;
}
