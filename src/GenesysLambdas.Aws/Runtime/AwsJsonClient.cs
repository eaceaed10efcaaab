using System.Net;
using System.Net.Http.Headers;

namespace Amazon.Runtime;

/// <summary>
/// Sends signed requests of AWS's JSON 1.1 protocol (https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html), and retries
/// those that fail for reasons that pass.
/// </summary>
internal sealed class AwsJsonClient(
    IClientConfig config,
    AWSCredentials? credentials,
    TimeProvider? timeProvider = null) : IDisposable
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(100);
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);
    private static readonly MediaTypeHeaderValue ContentType = new("application/x-amz-json-1.1");

    private readonly TimeProvider time = timeProvider ?? TimeProvider.System;
    private readonly HttpClient http = config.HttpClientFactory?.CreateHttpClient(config) ?? CreateClient(config);

    /// <summary>Sends a request of a target, such as <c>secretsmanager.GetSecretValue</c>, and returns its response, whatever its status.</summary>
    /// <exception cref="AmazonClientException">There are no credentials.</exception>
    /// <exception cref="HttpRequestException">The service could not be reached.</exception>
    /// <exception cref="TimeoutException">It did not answer in time.</exception>
    public async Task<AwsJsonResponse> PostAsync(
        ServiceEndpoint endpoint, string service, string target, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var key = credentials is not null ? await credentials.GetCredentialsAsync() : EnvironmentVariablesAWSCredentials.Read();
        if (key is null)
        {
            throw new AmazonClientException(
                "No AWS credentials: set AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and, for temporary credentials, AWS_SESSION_TOKEN. "
                + "Those of a profile, single sign-on or role are set by: eval \"$(aws configure export-credentials --format env)\"");
        }

        for (var attempt = 0; ; attempt++)
        {
            try
            {
                var response = await PostOnceAsync(endpoint, service, target, body, key, cancellationToken);
                if (!response.MayPass || attempt >= config.MaxErrorRetry)
                {
                    return response;
                }
            }
            catch (Exception e) when (e is HttpRequestException or IOException or TimeoutException && attempt < config.MaxErrorRetry)
            {
                // Sent again below.
            }

            await Task.Delay(Wait(attempt), time, cancellationToken);
        }
    }

    public void Dispose() => http.Dispose();

    private static HttpClient CreateClient(IClientConfig config) => new(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        ActivityHeadersPropagator = null,
        ConnectTimeout = config.ConnectTimeout ?? System.Threading.Timeout.InfiniteTimeSpan,
    })
    {
        Timeout = System.Threading.Timeout.InfiniteTimeSpan,
    };

    // Anywhere between zero and a limit that doubles, so that callers that failed together do not come back together.
    private static TimeSpan Wait(int attempt)
    {
        var limit = FirstWait * Math.Pow(2, Math.Min(attempt, 16));
#pragma warning disable CA5394 // Guessing it gains nothing.
        return (limit < LongestWait ? limit : LongestWait) * Random.Shared.NextDouble();
#pragma warning restore CA5394
    }

    private async Task<AwsJsonResponse> PostOnceAsync(
        ServiceEndpoint endpoint, string service, string target, ReadOnlyMemory<byte> body, ImmutableCredentials key, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(config.Timeout ?? DefaultTimeout);
        try
        {
            using var request = Request(endpoint, service, target, body, key);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeout.Token);
            return new AwsJsonResponse(
                response.StatusCode,
                Header(response, "x-amzn-RequestId"),
                // An address may follow the type.
                Header(response, "x-amzn-ErrorType")?.Split(':')[0],
                await response.Content.ReadAsByteArrayAsync(timeout.Token));
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"{service} did not answer within {(config.Timeout ?? DefaultTimeout).TotalSeconds} seconds.", e);
        }
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var value) ? value.ToString() : null;

    private HttpRequestMessage Request(ServiceEndpoint endpoint, string service, string target, ReadOnlyMemory<byte> body, ImmutableCredentials key)
    {
        var date = SignatureV4.Date(time.GetUtcNow());
        (string Name, string Value)[] headers =
        [
            ("content-type", ContentType.MediaType!),
            ("host", endpoint.Address.Authority),
            ("x-amz-date", date),
            ("x-amz-security-token", key.Token),
            ("x-amz-target", target),
        ];
        if (!key.UseToken)
        {
            headers = Array.FindAll(headers, header => header.Name != "x-amz-security-token");
        }

        var request = new HttpRequestMessage(HttpMethod.Post, endpoint.Address) { Content = new ReadOnlyMemoryContent(body) };
        request.Content.Headers.ContentType = ContentType;
        request.Headers.TryAddWithoutValidation("User-Agent", "aws-sdk-dotnet-lean/1.0");
        request.Headers.TryAddWithoutValidation("Authorization", new SignatureV4(endpoint.Region, service)
            .Authorization("POST", endpoint.Address.AbsolutePath, headers, body.Span, date, key));
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
