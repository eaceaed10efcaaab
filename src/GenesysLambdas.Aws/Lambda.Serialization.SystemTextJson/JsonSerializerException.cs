namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>An event could not be read, or an answer could not be written.</summary>
public class JsonSerializerException : Exception
{
    /// <summary>A failure without an inner exception.</summary>
    public JsonSerializerException(string message)
        : base(message)
    {
    }

    /// <summary>A failure and its cause.</summary>
    public JsonSerializerException(string message, Exception exception)
        : base(message, exception)
    {
    }
}
