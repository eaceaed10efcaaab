namespace Amazon.Runtime;

/// <summary>A request could not be made: there are no credentials, for example.</summary>
public class AmazonClientException : Exception
{
    /// <summary>A failure without an inner exception.</summary>
    public AmazonClientException(string message)
        : base(message)
    {
    }

    /// <summary>A failure and its cause.</summary>
    public AmazonClientException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
