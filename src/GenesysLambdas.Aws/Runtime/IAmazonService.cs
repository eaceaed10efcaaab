namespace Amazon.Runtime;

/// <summary>A client of an AWS service.</summary>
public interface IAmazonService
{
    /// <summary>Where the client sends its requests, and how long it tries.</summary>
    IClientConfig Config { get; }
}
