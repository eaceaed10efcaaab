namespace Amazon.SecretsManager.Model;

/// <summary>There is no such secret, or no such version of it.</summary>
public class ResourceNotFoundException(string message) : AmazonSecretsManagerException(message);

/// <summary>The request is malformed.</summary>
public class InvalidParameterException(string message) : AmazonSecretsManagerException(message);

/// <summary>The secret's state does not allow the request: it is marked for deletion, for example.</summary>
public class InvalidRequestException(string message) : AmazonSecretsManagerException(message);

/// <summary>The secret's key cannot be used.</summary>
public class DecryptionFailureException(string message) : AmazonSecretsManagerException(message);

/// <summary>Secrets Manager failed.</summary>
public class InternalServiceErrorException(string message) : AmazonSecretsManagerException(message);
