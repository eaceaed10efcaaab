using System.Net.Http.Headers;
using Amazon.Runtime;

namespace Amazon.SecretsManager;

/// <summary>
/// Sends signed requests of AWS's JSON 1.1 protocol (https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html), and retries
/// those that fail for reasons that pass.
/// </summary>
internal sealed class AwsJsonClient(ClientConfig config, Func<string, string?> environment, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(100);
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);
    private static readonly MediaTypeHeaderValue ContentType = new("application/x-amz-json-1.1");

    private readonly TimeSpan _timeout = config.Timeout ?? DefaultTimeout;
    private readonly HttpClient _http = config.HttpClientFactory?.CreateHttpClient(config)
        ?? throw new AmazonClientException("The lean packages have no HTTP client of their own: set the configuration's HttpClientFactory.");

    /// <summary>Sends a request of a target, such as <c>secretsmanager.GetSecretValue</c>, and returns its response, whatever its status.</summary>
    /// <exception cref="AmazonClientException">There is no endpoint, or there are no credentials.</exception>
    /// <exception cref="HttpRequestException">The service could not be reached.</exception>
    /// <exception cref="TimeoutException">It did not reply in time.</exception>
    public async Task<AwsJsonResponse> PostAsync(string target, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var endpoint = ServiceEndpoint.Resolve(environment);
        var credentials = AwsCredentials.Read(environment);
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                using var request = Request(endpoint, credentials, target, body);
                var response = await SendAsync(request, cancellationToken);
                if (!response.MayPass || attempt >= config.MaxErrorRetry)
                {
                    return response;
                }
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException or TimeoutException && attempt < config.MaxErrorRetry)
            {
                // Sent again below.
            }

            await Task.Delay(Wait(attempt), time, cancellationToken);
        }
    }

    public void Dispose() => _http.Dispose();

    // Anywhere between zero and a limit that doubles, so that callers that failed together do not come back together.
    private static TimeSpan Wait(int attempt)
    {
        var limit = FirstWait * Math.Pow(2, Math.Min(attempt, 16));
#pragma warning disable CA5394 // Guessing it gains nothing.
        return (limit < LongestWait ? limit : LongestWait) * Random.Shared.NextDouble();
#pragma warning restore CA5394
    }

    private async Task<AwsJsonResponse> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(_timeout);
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeout.Token);
            return new AwsJsonResponse(response, await response.Content.ReadAsByteArrayAsync(timeout.Token));
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"{ServiceEndpoint.Service} did not answer within {_timeout.TotalSeconds} seconds.", exception);
        }
    }

    private HttpRequestMessage Request(ServiceEndpoint endpoint, AwsCredentials credentials, string target, ReadOnlyMemory<byte> body)
    {
        var date = SignatureV4.Date(time.GetUtcNow());
        (string Name, string Value)[] headers =
        [
            ("content-type", ContentType.MediaType!),
            ("host", endpoint.Address.Authority),
            ("x-amz-date", date),
            .. credentials.Token is { Length: > 0 } token ? [("x-amz-security-token", token)] : Array.Empty<(string, string)>(),
            ("x-amz-target", target),
        ];
        var request = new HttpRequestMessage(HttpMethod.Post, endpoint.Address) { Content = new ReadOnlyMemoryContent(body) };
        request.Content.Headers.ContentType = ContentType;
        request.Headers.TryAddWithoutValidation("User-Agent", "aws-sdk-dotnet-lean/1.0");
        request.Headers.TryAddWithoutValidation("Authorization", new SignatureV4(endpoint.Region, ServiceEndpoint.Service, credentials)
            .Authorization("POST", endpoint.Address.AbsolutePath, headers, body.Span, date));
        foreach (var (name, value) in headers)
        {
            if (name.StartsWith("x-amz-", StringComparison.Ordinal))
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return request;
    }
}
