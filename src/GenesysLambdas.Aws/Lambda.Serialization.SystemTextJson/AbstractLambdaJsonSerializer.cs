using System.Text.Encodings.Web;
using System.Text.Json;

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>
/// Base of serializers over System.Text.Json. Unlike AWS's it never writes events and answers to the log:
/// they hold what callers said (AWS's does with <c>LAMBDA_NET_SERIALIZER_DEBUG=true</c>).
/// </summary>
public abstract class AbstractLambdaJsonSerializer
{
    protected JsonWriterOptions WriterOptions { get; }

    /// <param name="jsonWriterCustomizer">Sees the writer options. They are a value, so it cannot change them; nor can it in AWS's package.</param>
    protected AbstractLambdaJsonSerializer(Action<JsonWriterOptions>? jsonWriterCustomizer)
    {
        WriterOptions = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        jsonWriterCustomizer?.Invoke(WriterOptions);
    }

    /// <exception cref="JsonSerializerException">The answer cannot be written as JSON.</exception>
    public void Serialize<T>(T response, Stream responseStream)
    {
        try
        {
            using var writer = new Utf8JsonWriter(responseStream, WriterOptions);
            InternalSerialize(writer, response);
        }
        catch (Exception exception)
        {
            throw new JsonSerializerException($"The answer, a {typeof(T)}, cannot be written as JSON: {exception.Message}", exception);
        }
    }

    /// <exception cref="JsonSerializerException">The event is not the JSON of a <typeparamref name="T"/>.</exception>
    public T Deserialize<T>(Stream requestStream)
    {
        try
        {
            return InternalDeserialize<T>(Bytes(requestStream));
        }
        catch (Exception exception)
        {
            throw new JsonSerializerException($"The event cannot be read as a {typeof(T)}: {exception.Message}", exception);
        }
    }

    /// <summary>Writes an answer; whatever it throws reaches the caller as a <see cref="JsonSerializerException"/>.</summary>
    protected abstract void InternalSerialize<T>(Utf8JsonWriter writer, T response);

    /// <summary>Reads an event; whatever it throws reaches the caller as a <see cref="JsonSerializerException"/>.</summary>
    protected abstract T InternalDeserialize<T>(byte[] utf8Json);

    // The runtime's event is a stream over exactly its bytes: no copy.
    private static byte[] Bytes(Stream stream)
    {
        if (stream is MemoryStream whole && whole.TryGetBuffer(out var buffer) && buffer.Offset == 0 && buffer.Count == buffer.Array!.Length)
        {
            return buffer.Array;
        }

        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}

/// <summary>An event could not be read, or an answer could not be written.</summary>
public class JsonSerializerException(string message, Exception exception) : Exception(message, exception);
