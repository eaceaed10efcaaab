using Amazon.Runtime;

namespace Amazon.SecretsManager;

/// <summary>Base of requests to Secrets Manager.</summary>
public class AmazonSecretsManagerRequest : AmazonWebServiceRequest;
