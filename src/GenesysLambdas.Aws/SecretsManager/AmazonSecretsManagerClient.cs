using System.Text.Json;
using Amazon.Runtime;
using Amazon.SecretsManager.Model;

namespace Amazon.SecretsManager;

/// <summary>
/// A client of AWS Secrets Manager, to be used for as long as the process lives. If the constructor is given no credentials, they
/// are read from the environment variables where Lambda puts them, for each request.
/// </summary>
public class AmazonSecretsManagerClient : AmazonServiceClient, IAmazonSecretsManager
{
    private const string Service = "secretsmanager";

    private readonly AwsJsonClient client;

    /// <summary>A client of the region in <c>AWS_REGION</c>.</summary>
    public AmazonSecretsManagerClient()
        : this(new AmazonSecretsManagerConfig())
    {
    }

    /// <summary>A client as configured.</summary>
    public AmazonSecretsManagerClient(AmazonSecretsManagerConfig config)
        : this(null, config, null)
    {
    }

    /// <summary>A client with its own credentials.</summary>
    public AmazonSecretsManagerClient(AWSCredentials credentials, AmazonSecretsManagerConfig clientConfig)
        : this(credentials, clientConfig, null)
    {
    }

    internal AmazonSecretsManagerClient(AWSCredentials? credentials, AmazonSecretsManagerConfig config, TimeProvider? time)
        : base(config) =>
        client = new AwsJsonClient(config, credentials, time);

    /// <inheritdoc/>
    public virtual async Task<GetSecretValueResponse> GetSecretValueAsync(GetSecretValueRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var endpoint = ServiceEndpoint.Resolve(Config, Service, "SECRETS_MANAGER");
        var response = await client.PostAsync(endpoint, Service, "secretsmanager.GetSecretValue", GetSecretValueJson.Write(request), cancellationToken);
        return response.IsSuccess ? Secret(response) : throw Error(response);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            client.Dispose();
        }

        base.Dispose(disposing);
    }

    private static GetSecretValueResponse Secret(AwsJsonResponse response)
    {
        try
        {
            var secret = GetSecretValueJson.Read(response.Body);
            secret.HttpStatusCode = response.Status;
            return secret;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            throw new AmazonSecretsManagerException("Secrets Manager's response cannot be read.", e, ErrorType.Unknown, null, response.RequestId, response.Status);
        }
    }

    private static AmazonSecretsManagerException Error(AwsJsonResponse response)
    {
        var (message, code, id, status) = (response.Message, response.ErrorCode, response.RequestId, response.Status);
        var fault = (int)status < 500 ? ErrorType.Sender : ErrorType.Receiver;
        return code switch
        {
            "ResourceNotFoundException" => new ResourceNotFoundException(message, fault, code, id, status),
            "InvalidParameterException" => new InvalidParameterException(message, fault, code, id, status),
            "InvalidRequestException" => new InvalidRequestException(message, fault, code, id, status),
            "DecryptionFailure" or "DecryptionFailureException" => new DecryptionFailureException(message, fault, code, id, status),
            "InternalServiceError" or "InternalServiceErrorException" => new InternalServiceErrorException(message, fault, code, id, status),
            _ => new AmazonSecretsManagerException(message, fault, code, id, status),
        };
    }
}
