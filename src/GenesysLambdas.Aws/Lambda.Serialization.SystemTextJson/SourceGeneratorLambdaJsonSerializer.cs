using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>
/// Serializes with a source-generated <see cref="JsonSerializerContext"/>. The context's own
/// <c>[JsonSourceGenerationOptions]</c> are ignored: <see cref="AbstractLambdaJsonSerializer.CreateDefaultJsonSerializationOptions"/> decides.
/// </summary>
/// <typeparam name="TSGContext">The context; needs its generated constructor that takes <see cref="JsonSerializerOptions"/>.</typeparam>
public class SourceGeneratorLambdaJsonSerializer<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSGContext>
    : AbstractLambdaJsonSerializer, ILambdaSerializer
    where TSGContext : JsonSerializerContext
{
    private readonly TSGContext context;

    /// <summary>Serializes with the default options.</summary>
    public SourceGeneratorLambdaJsonSerializer()
        : this(customizer: null)
    {
    }

    /// <summary>Serializes with the default options as changed by <paramref name="customizer"/>.</summary>
    public SourceGeneratorLambdaJsonSerializer(Action<JsonSerializerOptions>? customizer)
        : base(jsonWriterCustomizer: null)
    {
#pragma warning disable CA2214, MA0056 // A derived class decides the options here in AWS's package too, without a constructor of its own.
        SerializerOptions = CreateDefaultJsonSerializationOptions();
#pragma warning restore CA2214, MA0056
        customizer?.Invoke(SerializerOptions);

        var constructor = typeof(TSGContext).GetConstructor([typeof(JsonSerializerOptions)])
            ?? throw new InvalidOperationException($"{typeof(TSGContext)} has no public constructor that takes JsonSerializerOptions.");
        context = (TSGContext)constructor.Invoke([SerializerOptions]);
    }

    /// <summary>The options that events are read and answers written with.</summary>
    protected JsonSerializerOptions SerializerOptions { get; }

    /// <inheritdoc/>
    protected override void InternalSerialize<T>(Utf8JsonWriter writer, T response) =>
        JsonSerializer.Serialize(writer, response, TypeInfo<T>());

    /// <inheritdoc/>
    protected override T InternalDeserialize<T>(byte[] utf8Json) =>
        JsonSerializer.Deserialize(utf8Json, TypeInfo<T>())!;

    private JsonTypeInfo<T> TypeInfo<T>() => context.GetTypeInfo(typeof(T)) as JsonTypeInfo<T>
        ?? throw new JsonSerializerException($"{typeof(TSGContext)} has no [JsonSerializable(typeof({typeof(T)}))].");
}
