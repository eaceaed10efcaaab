using System.Net;
using Amazon.Runtime;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;

namespace GenesysLambdas.Aws.Tests.SecretsManager;

public sealed class SecretsManagerClientTests
{
    private static readonly GetSecretValueRequest Request = new() { SecretId = "user-api" };

    [Fact]
    public async Task Requests_a_secret_according_to_the_protocol()
    {
        using var service = new FakeService(FakeService.Reply("{}"));
        var time = new ManualTime(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)));
        using var client = Client(service, time, environment: ("AWS_SESSION_TOKEN", "token"));

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

    [Theory]
    [InlineData("""{"ARN":"arn:x","CreatedDate":1767323045.5,"Name":"user-api","SecretString":"{\"token\":\"ü\"}","VersionId":"v","VersionStages":["AWSCURRENT","live"],"New":{"a":[1]},"SecretBinary":null}""", """{"token":"ü"}""")]
    [InlineData("""{"SecretBinary":"AAEC/w=="}""", null)]
    [InlineData("""{"SecretString":null}""", null)]
    public async Task The_text_of_a_secret_is_read_and_a_binary_one_has_none(string body, string? text)
    {
        using var service = new FakeService(FakeService.Reply(body));
        using var client = Client(service);

        Assert.Equal(text, (await client.GetSecretValueAsync(Request)).SecretString);
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
    [InlineData("""{"SecretString":"a""")]
    public async Task A_response_that_is_not_a_secret_is_an_error(string body)
    {
        using var service = new FakeService(FakeService.Reply(body));
        using var client = Client(service);

        await Assert.ThrowsAsync<AmazonSecretsManagerException>(() => client.GetSecretValueAsync(Request));
    }

    [Fact]
    public async Task Signs_and_retries_a_request_after_a_temporary_error()
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
    public async Task Throws_a_lasting_error_after_the_configured_retries()
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
        var config = new AmazonSecretsManagerConfig { HttpClientFactory = new PlainHttp(), Timeout = TimeSpan.FromSeconds(1), MaxErrorRetry = 1 };
        using var client = new AmazonSecretsManagerClient(config, FakeService.Environment(("AWS_ENDPOINT_URL", $"http://{silent.LocalEndpoint}")), TimeProvider.System);

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
    [InlineData("eu-central-1", null, "https://secretsmanager.eu-central-1.amazonaws.com/", "eu-central-1")]
    [InlineData("cn-north-1", null, "https://secretsmanager.cn-north-1.amazonaws.com.cn/", "cn-north-1")]
    [InlineData("us-gov-west-1", null, "https://secretsmanager.us-gov-west-1.amazonaws.com/", "us-gov-west-1")]
    [InlineData("eu-west-1", "http://127.0.0.1:5050/secrets", "http://127.0.0.1:5050/secrets", "eu-west-1")]
    [InlineData("", "http://127.0.0.1:5050/secrets", "http://127.0.0.1:5050/secrets", "us-east-1")]
    public async Task Requests_go_to_the_region_or_URL_and_are_signed_for_the_region(string region, string? url, string address, string signedFor)
    {
        using var service = new FakeService(FakeService.Reply("{}"));
        using var client = Client(service, environment: [("AWS_REGION", region), ("AWS_ENDPOINT_URL", url)]);

        await client.GetSecretValueAsync(Request);

        var (request, _) = Assert.Single(service.Requests);
        Assert.Equal(address, request.RequestUri!.AbsoluteUri);
        Assert.Contains($"/{signedFor}/secretsmanager/", request.Headers.GetValues("Authorization").Single(), StringComparison.Ordinal);
        Assert.False(request.Headers.Contains("X-Amz-Security-Token"));
    }

    [Fact]
    public void A_configuration_without_an_HTTP_client_is_an_error() =>
        Assert.Contains("HttpClientFactory", Assert.Throws<AmazonClientException>(() => new AmazonSecretsManagerClient(new AmazonSecretsManagerConfig())).Message, StringComparison.Ordinal);

    private static AmazonSecretsManagerClient Client(
        FakeService service, TimeProvider? time = null, int maxErrorRetry = 0, params (string Name, string? Value)[] environment) => new(
        new AmazonSecretsManagerConfig { MaxErrorRetry = maxErrorRetry, HttpClientFactory = service.Factory },
        FakeService.Environment([("AWS_REGION", "eu-central-1"), .. environment]),
        time ?? TimeProvider.System);
}
