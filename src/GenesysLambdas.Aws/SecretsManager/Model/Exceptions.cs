namespace Amazon.SecretsManager.Model;

public class ResourceNotFoundException(string message) : AmazonSecretsManagerException(message);

/// <summary>The request is malformed.</summary>
public class InvalidParameterException(string message) : AmazonSecretsManagerException(message);

/// <summary>The secret's state does not allow the request: it is marked for deletion, for example.</summary>
public class InvalidRequestException(string message) : AmazonSecretsManagerException(message);

/// <summary>The secret's key cannot be used.</summary>
public class DecryptionFailureException(string message) : AmazonSecretsManagerException(message);

public class InternalServiceErrorException(string message) : AmazonSecretsManagerException(message);
