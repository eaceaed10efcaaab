namespace Amazon.Runtime;

/// <summary>Base of requests to AWS services.</summary>
public abstract class AmazonWebServiceRequest;
