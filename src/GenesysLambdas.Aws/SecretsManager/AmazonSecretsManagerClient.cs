using System.Text;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.SecretsManager.Model;

namespace Amazon.SecretsManager;

/// <summary>
/// A client of AWS Secrets Manager, to be used for as long as the process lives. Region, endpoint and credentials are read from the
/// environment variables where Lambda puts them, for each request.
/// </summary>
public class AmazonSecretsManagerClient : IAmazonSecretsManager
{
    private readonly AwsJsonClient _client;

    public AmazonSecretsManagerClient(AmazonSecretsManagerConfig config)
        : this(config, Environment.GetEnvironmentVariable, TimeProvider.System)
    {
    }

    internal AmazonSecretsManagerClient(AmazonSecretsManagerConfig config, Func<string, string?> environment, TimeProvider time) =>
        _client = new AwsJsonClient(config, environment, time);

    public async Task<GetSecretValueResponse> GetSecretValueAsync(GetSecretValueRequest request, CancellationToken cancellationToken = default)
    {
        var response = await _client.PostAsync("secretsmanager.GetSecretValue", Json(request), cancellationToken);
        return response.IsSuccess ? Secret(response) : throw Error(response);
    }

    void IDisposable.Dispose()
    {
        _client.Dispose();
        GC.SuppressFinalize(this);
    }

    // https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html
    private static byte[] Json(GetSecretValueRequest request)
    {
        var stage = request.VersionStage is { } label ? $",\"VersionStage\":\"{JsonEncodedText.Encode(label)}\"" : "";
        return Encoding.UTF8.GetBytes($"{{\"SecretId\":\"{JsonEncodedText.Encode(request.SecretId ?? "")}\"{stage}}}");
    }

    private static GetSecretValueResponse Secret(AwsJsonResponse response)
    {
        try
        {
            using var json = JsonDocument.Parse(response.Body);
            return new() { SecretString = json.RootElement.TryGetProperty("SecretString", out var text) ? text.GetString() : null };
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new AmazonSecretsManagerException(
                "Secrets Manager's response cannot be read.", exception, ErrorType.Unknown, null, response.RequestId, response.Status);
        }
    }

    private static AmazonSecretsManagerException Error(AwsJsonResponse response)
    {
        AmazonSecretsManagerException error = response.ErrorCode switch
        {
            "ResourceNotFoundException" => new ResourceNotFoundException(response.Message),
            "InvalidParameterException" => new InvalidParameterException(response.Message),
            "InvalidRequestException" => new InvalidRequestException(response.Message),
            "DecryptionFailure" or "DecryptionFailureException" => new DecryptionFailureException(response.Message),
            "InternalServiceError" or "InternalServiceErrorException" => new InternalServiceErrorException(response.Message),
            _ => new AmazonSecretsManagerException(response.Message),
        };
        error.ErrorType = (int)response.Status < 500 ? ErrorType.Sender : ErrorType.Receiver;
        (error.ErrorCode, error.RequestId, error.StatusCode) = (response.ErrorCode, response.RequestId, response.Status);
        return error;
    }
}
