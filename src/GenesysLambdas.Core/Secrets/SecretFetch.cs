using Amazon.Runtime;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;
using GenesysLambdas.Answers;
using GenesysLambdas.Caching;

namespace GenesysLambdas.Secrets;

/// <summary>Asks Secrets Manager for one secret, and tells in words what is wrong with it.</summary>
/// <param name="client">Secrets Manager.</param>
/// <param name="setting">The setting that names the secret; messages name it, and not the secret.</param>
/// <param name="secretId">Name or ARN of the secret.</param>
/// <param name="time">The clock.</param>
internal sealed class SecretFetch(Lazy<IAmazonSecretsManager> client, string setting, string secretId, TimeProvider time)
{
    // Longer than the client's own attempts take. Its time-out ends with a reply's head: a body that trickles would know none.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(4);

    /// <summary>The secret, kept for a time to live, after which the old one serves until there is a newer one; none: nothing is kept.</summary>
    public KeptValue<Secret> Keep(TimeSpan timeToLive) => new(
        async () => new(await GetAsync(), timeToLive, timeToLive == TimeSpan.Zero ? TimeSpan.Zero : Timeout.InfiniteTimeSpan), time);

    /// <summary>Asks once; the client repeats what is worth repeating.</summary>
    /// <exception cref="LookupException">A <see cref="ErrorCode.ConfigurationError"/> that says what to do.</exception>
    public async Task<Secret> GetAsync()
    {
        using var bound = new CancellationTokenSource(LongestWait, time);
        try
        {
            var response = await client.Value.GetSecretValueAsync(new GetSecretValueRequest { SecretId = secretId }, bound.Token).WaitAsync(bound.Token);
            return Secret.Parse(response.SecretString, problem => Wrong(problem));
        }
        catch (OperationCanceledException e) when (bound.IsCancellationRequested)
        {
            throw Wrong("could not be read, since Secrets Manager did not answer in time", e);
        }
        catch (ResourceNotFoundException e)
        {
            throw Wrong("does not exist, or has no value yet", e, FailureReason.SecretMissing);
        }
        catch (InvalidRequestException e)
        {
            throw Wrong("cannot be read; it may be marked for deletion", e);
        }
        catch (DecryptionFailureException e)
        {
            throw Wrong("cannot be decrypted; the function's execution role needs kms:Decrypt on its key", e);
        }
        catch (AmazonSecretsManagerException e) when (e.ErrorCode == "AccessDeniedException")
        {
            throw Wrong("may not be read by the function; its execution role needs secretsmanager:GetSecretValue on it", e);
        }
        catch (AmazonServiceException e)
        {
            throw Wrong("could not be read from Secrets Manager", e);
        }
        catch (Exception e) when (e is not LookupException)
        {
            throw Wrong("could not be read, since Secrets Manager could not be reached", e);
        }
    }

    private LookupException Wrong(string what, Exception? cause = null, string? reason = null) =>
        new(new Failure(ErrorCode.ConfigurationError, $"The secret named by {setting} {what}") { Reason = reason, Detail = Detail(cause), Subject = setting }, cause);

    private static string? Detail(Exception? cause) => cause switch
    {
        null => FailureReason.SecretUnusable,
        ResourceNotFoundException => null,
        DecryptionFailureException => FailureReason.SecretKeyDenied,
        AmazonServiceException { ErrorCode: "AccessDeniedException" } => FailureReason.SecretDenied,
        AmazonServiceException => FailureReason.SecretUnreadable,
        _ => FailureReason.SecretsManagerUnreachable,
    };
}
