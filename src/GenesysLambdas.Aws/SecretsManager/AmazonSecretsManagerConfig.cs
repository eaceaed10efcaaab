using Amazon.Runtime;

namespace Amazon.SecretsManager;

/// <summary>Where a Secrets Manager client sends its requests, and how long it tries.</summary>
public class AmazonSecretsManagerConfig : ClientConfig;
