using System.Net;
using System.Text;
using Amazon;
using Amazon.Runtime;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;

namespace GenesysLambdas.Aws.Tests.SecretsManager;

public sealed class SecretsManagerClientTests
{
    private static readonly GetSecretValueRequest Request = new() { SecretId = "user-api" };

    [Fact]
    public async Task A_secret_is_asked_for_as_the_protocol_says()
    {
        using var service = new FakeService(FakeService.Reply("{}"));
        var time = new ManualTime(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)));
        using var client = Client(service, new SessionAWSCredentials("AKID", "secret", "token"), time);

        await client.GetSecretValueAsync(new GetSecretValueRequest { SecretId = "user-api", VersionStage = "AWSPREVIOUS" });

        var (request, body) = Assert.Single(service.Requests);
        Assert.Equal((HttpMethod.Post, new Uri("https://secretsmanager.eu-central-1.amazonaws.com/")), (request.Method, request.RequestUri!));
        Assert.Equal("""{"SecretId":"user-api","VersionStage":"AWSPREVIOUS"}""", body);
        Assert.Equal("application/x-amz-json-1.1", request.Content!.Headers.ContentType!.ToString());
        Assert.Equal("secretsmanager.GetSecretValue", request.Headers.GetValues("X-Amz-Target").Single());
        Assert.Equal("token", request.Headers.GetValues("X-Amz-Security-Token").Single());
        Assert.Equal("20260102T010405Z", request.Headers.GetValues("X-Amz-Date").Single());
        Assert.StartsWith(
            "AWS4-HMAC-SHA256 Credential=AKID/20260102/eu-central-1/secretsmanager/aws4_request, SignedHeaders=content-type;host;x-amz-date;x-amz-security-token;x-amz-target, Signature=",
            request.Headers.GetValues("Authorization").Single(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_of_a_text_secret_is_read()
    {
        using var service = new FakeService(FakeService.Reply(
            """{"ARN":"arn:x","CreatedDate":1767323045.5,"Name":"user-api","SecretString":"{\"token\":\"ü\"}","VersionId":"v","VersionStages":["AWSCURRENT","live"],"New":{"a":[1]},"SecretBinary":null}"""));
        using var client = Client(service);

        var secret = await client.GetSecretValueAsync(Request);

        Assert.Equal(("arn:x", "user-api", """{"token":"ü"}""", "v", HttpStatusCode.OK), (secret.ARN, secret.Name, secret.SecretString, secret.VersionId, secret.HttpStatusCode));
        Assert.Equal(new DateTime(2026, 1, 2, 3, 4, 5, 500, DateTimeKind.Utc), secret.CreatedDate);
        Assert.Equal(["AWSCURRENT", "live"], secret.VersionStages);
        Assert.Null(secret.SecretBinary);
    }

    [Theory]
    [InlineData(63, true)]
    [InlineData(64, false)]
    public async Task A_secret_may_come_in_64_levels_of_JSON(int levels, bool isRead)
    {
        using var service = new FakeService(FakeService.Reply($$"""{"New":{{new string('[', levels)}}{{new string(']', levels)}},"SecretString":"s"}"""));
        using var client = Client(service);

        var secret = await Record.ExceptionAsync(() => client.GetSecretValueAsync(Request));

        Assert.Equal(isRead, secret is null);
        Assert.Equal(!isRead, secret is AmazonSecretsManagerException);
    }

    [Fact]
    public async Task A_binary_secret_is_decoded()
    {
        using var service = new FakeService(FakeService.Reply("""{"SecretBinary":"AAEC/w=="}"""));
        using var client = Client(service);

        Assert.Equal([0, 1, 2, 255], (await client.GetSecretValueAsync(Request)).SecretBinary!.ToArray());
    }

    [Theory]
    [InlineData("ResourceNotFoundException", typeof(ResourceNotFoundException))]
    [InlineData("com.amazonaws.secretsmanager#ResourceNotFoundException", typeof(ResourceNotFoundException))]
    [InlineData("InvalidParameterException", typeof(InvalidParameterException))]
    [InlineData("InvalidRequestException", typeof(InvalidRequestException))]
    [InlineData("DecryptionFailure", typeof(DecryptionFailureException))]
    [InlineData("InternalServiceError", typeof(InternalServiceErrorException))]
    [InlineData("AccessDeniedException", typeof(AmazonSecretsManagerException))]
    public async Task An_error_is_the_exception_of_its_type(string type, Type exception)
    {
        using var service = new FakeService(FakeService.Reply($$"""{"__type":"{{type}}","Message":"It says why."}""", HttpStatusCode.BadRequest));
        using var client = Client(service);

        var error = (AmazonSecretsManagerException)await Assert.ThrowsAsync(exception, () => client.GetSecretValueAsync(Request));

        Assert.Equal((type.Split('#')[^1], HttpStatusCode.BadRequest, "request-1", "It says why."), (error.ErrorCode, error.StatusCode, error.RequestId, error.Message));
        Assert.Single(service.Requests);
    }

    // What AWSSDK.Core 4.0.102.17 makes of the same responses.
    [Theory]
    [InlineData("InHeader", """{"__type":"aws#InBody"}""", "InBody")]
    [InlineData("InHeader:http://internal.amazon.com/coral/", """{"message":"m"}""", "InHeader")]
    [InlineData("aws#InHeader", "", "InHeader")]
    [InlineData("InHeader", "<html>", "InHeader")]
    [InlineData("InHeader", """{"code":"AsCode"}""", "InHeader")]
    [InlineData(null, """{"code":"AsCode"}""", "AsCode")]
    public async Task The_type_of_an_error_is_in_the_body_or_in_a_header(string? header, string body, string type)
    {
        using var service = new FakeService(() =>
        {
            var response = FakeService.Reply(body, HttpStatusCode.BadRequest)();
            response.Headers.TryAddWithoutValidation("x-amzn-ErrorType", header is null ? [] : [header]);
            return response;
        });
        using var client = Client(service);

        Assert.Equal(type, (await Assert.ThrowsAsync<AmazonSecretsManagerException>(() => client.GetSecretValueAsync(Request))).ErrorCode);
    }

    [Theory]
    [InlineData("""{"__type":"AccessDeniedException","message":"Lower case."}""", "Lower case.")]
    [InlineData("""{"__type":"AccessDeniedException"}""", "The service answered 400 AccessDeniedException.")]
    [InlineData("<html>", "The service answered 400.")]
    [InlineData("[]", "The service answered 400.")]
    public async Task An_error_always_has_a_message(string body, string message)
    {
        using var service = new FakeService(FakeService.Reply(body, HttpStatusCode.BadRequest));
        using var client = Client(service);

        Assert.Equal(message, (await Assert.ThrowsAsync<AmazonSecretsManagerException>(() => client.GetSecretValueAsync(Request))).Message);
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("""{"SecretString":5}""")]
    [InlineData("""{"SecretBinary":"%"}""")]
    [InlineData("""{"SecretString":"a""")]
    public async Task A_response_that_is_not_a_secret_is_an_error(string body)
    {
        using var service = new FakeService(FakeService.Reply(body));
        using var client = Client(service);

        await Assert.ThrowsAsync<AmazonSecretsManagerException>(() => client.GetSecretValueAsync(Request));
    }

    [Fact]
    public async Task After_a_passing_error_the_request_is_signed_and_sent_again()
    {
        var time = new ManualTime(DateTimeOffset.UnixEpoch);
        using var service = new FakeService(
            Later(FakeService.Reply("", HttpStatusCode.ServiceUnavailable)),
            Later(FakeService.Reply("""{"__type":"ThrottlingException"}""", HttpStatusCode.BadRequest)),
            Later(FakeService.Fail(new HttpRequestException("Connection reset."))),
            FakeService.Reply("""{"SecretString":"a"}"""));
        using var client = Client(service, time: time, maxErrorRetry: 3);

        Assert.Equal("a", (await client.GetSecretValueAsync(Request)).SecretString);
        Assert.Equal(
            ["19700101T000000Z", "19700101T000001Z", "19700101T000002Z", "19700101T000003Z"],
            service.Requests.Select(sent => sent.Request.Headers.GetValues("X-Amz-Date").Single()));
        Assert.Equal(4, service.Requests.Select(sent => sent.Request.Headers.GetValues("Authorization").Single()).Distinct().Count());

        Func<HttpResponseMessage> Later(Func<HttpResponseMessage> reply) => () =>
        {
            time.Now += TimeSpan.FromSeconds(1);
            return reply();
        };
    }

    [Fact]
    public async Task A_lasting_error_is_thrown_after_the_configured_retries()
    {
        using var service = new FakeService(FakeService.Reply("""{"__type":"InternalServiceError","Message":"Down."}""", HttpStatusCode.InternalServerError));
        using var client = Client(service, maxErrorRetry: 1);

        await Assert.ThrowsAsync<InternalServiceErrorException>(() => client.GetSecretValueAsync(Request));
        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task A_service_that_cannot_be_reached_is_a_failed_HTTP_request()
    {
        using var service = new FakeService(FakeService.Fail(new HttpRequestException("Refused.")));
        using var client = Client(service, maxErrorRetry: 1);

        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetSecretValueAsync(Request));
        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task A_service_that_does_not_answer_is_timed_out_each_time()
    {
        using var silent = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        // Long enough for a process's first request to be under way.
        using var client = new AmazonSecretsManagerClient(
            new BasicAWSCredentials("AKID", "secret"),
            new AmazonSecretsManagerConfig { ServiceURL = $"http://{silent.LocalEndpoint}", Timeout = TimeSpan.FromSeconds(1), MaxErrorRetry = 1 });

        await Assert.ThrowsAsync<TimeoutException>(() => client.GetSecretValueAsync(Request));
        using var first = await silent.AcceptSocketAsync(TestContext.Current.CancellationToken);
        Assert.True(silent.Pending());
        using var second = await silent.AcceptSocketAsync(TestContext.Current.CancellationToken);
        Assert.False(silent.Pending());
    }

    [Fact]
    public async Task Cancelling_ends_the_retries()
    {
        using var service = new FakeService(FakeService.Reply("", HttpStatusCode.ServiceUnavailable));
        using var client = Client(service, maxErrorRetry: int.MaxValue);
        using var timeout = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetSecretValueAsync(Request, timeout.Token));
    }

    [Theory]
    [InlineData("eu-central-1", null, null, "https://secretsmanager.eu-central-1.amazonaws.com/", "eu-central-1")]
    [InlineData("cn-north-1", null, null, "https://secretsmanager.cn-north-1.amazonaws.com.cn/", "cn-north-1")]
    [InlineData("us-gov-west-1", null, null, "https://secretsmanager.us-gov-west-1.amazonaws.com/", "us-gov-west-1")]
    [InlineData(null, "http://127.0.0.1:5050/secrets", "eu-west-1", "http://127.0.0.1:5050/secrets", "eu-west-1")]
    public async Task Requests_go_where_the_configuration_says_and_are_signed_for_it(string? region, string? url, string? signingRegion, string address, string signedFor)
    {
        using var service = new FakeService(FakeService.Reply("{}"));
        var config = new AmazonSecretsManagerConfig { AuthenticationRegion = signingRegion, HttpClientFactory = service.Factory };
        if (region is not null)
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        }
        else
        {
            config.ServiceURL = url;
        }

        using var client = new AmazonSecretsManagerClient(new BasicAWSCredentials("AKID", "secret"), config);
        await client.GetSecretValueAsync(Request);

        var (request, _) = Assert.Single(service.Requests);
        Assert.Equal(address, request.RequestUri!.AbsoluteUri);
        Assert.Contains($"/{signedFor}/secretsmanager/", request.Headers.GetValues("Authorization").Single(), StringComparison.Ordinal);
        Assert.False(request.Headers.Contains("X-Amz-Security-Token"));
    }

    private static AmazonSecretsManagerClient Client(FakeService service, AWSCredentials? credentials = null, TimeProvider? time = null, int maxErrorRetry = 0) =>
        new(
            credentials ?? new BasicAWSCredentials("AKID", "secret"),
            new AmazonSecretsManagerConfig
            {
                RegionEndpoint = RegionEndpoint.GetBySystemName("eu-central-1"),
                MaxErrorRetry = maxErrorRetry,
                HttpClientFactory = service.Factory,
            },
            time);
}
