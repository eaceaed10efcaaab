namespace Amazon.Lambda.Core;

/// <summary>Turns events into objects, and objects into answers. Must be thread-safe.</summary>
public interface ILambdaSerializer
{
    /// <summary>Reads an event.</summary>
    T Deserialize<T>(Stream requestStream);

    /// <summary>Writes an answer.</summary>
    void Serialize<T>(T response, Stream responseStream);
}
