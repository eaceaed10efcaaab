using System.Net;
using Amazon.Runtime;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;
using GenesysLambdas.Core.Answers;
using GenesysLambdas.Core.Caching;
using GenesysLambdas.Core.Secrets;
using GenesysLambdas.Testing;
using Moq;

namespace GenesysLambdas.Core.Tests.Secrets;

/// <summary>A secret as <see cref="SecretFetch"/> and <see cref="CachedValue{T}"/> keep it.</summary>
public sealed class SecretCacheTests
{
    private static readonly TimeSpan TimeToLive = TimeSpan.FromMinutes(5);

    private readonly ManualTime _time = new();
    private readonly Mock<IAmazonSecretsManager> _client = new(MockBehavior.Strict);
    private readonly SecretFetch _fetch;
    private readonly CachedValue<Secret> _source;
    private Func<Task<string>> _value = () => Task.FromResult("one");
    private int _asked;

    public SecretCacheTests()
    {
        _client
            .Setup(client => client.GetSecretValueAsync(It.IsAny<GetSecretValueRequest>(), It.IsAny<CancellationToken>()))
            .Returns(async () =>
            {
                Interlocked.Increment(ref _asked);
                return new GetSecretValueResponse { SecretString = await _value() };
            });
        _fetch = new SecretFetch(new(_client.Object), "X_SECRET_ID", "the-secret", _time);
        _source = _fetch.CreateCache(TimeToLive);
    }

    [Fact]
    public async Task A_secret_is_fetched_once_within_its_time_to_live()
    {
        await GetAsync();
        _time.Advance(TimeToLive - TimeSpan.FromSeconds(1));
        await GetAsync();

        Assert.Equal(1, _asked);
    }

    [Fact]
    public async Task A_secret_is_renewed_in_the_background_after_its_time_to_live()
    {
        await GetAsync();
        var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        _value = () => answer.Task;
        _time.Advance(TimeToLive);

        Assert.Equal("one", await GetAsync());
        Assert.Equal("one", await GetAsync());
        answer.SetResult("two");

        Assert.Equal("two", await ChangedAsync());
        Assert.Equal(2, _asked);
    }

    [Theory]
    [InlineData(-3600, 300)]
    [InlineData(3600, 0)]
    public async Task A_secret_expires_whatever_the_wall_clock_does(int step, int seconds)
    {
        await GetAsync();
        _value = () => Task.FromResult("two");
        _time.StepWall(TimeSpan.FromSeconds(step));
        _time.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal("two", await ChangedAsync());
        Assert.Equal(2, _asked);
    }

    [Fact]
    public async Task Fetches_a_refused_secret_again_even_if_the_wall_clock_stepped_back()
    {
        var first = await _source.GetAsync(CancellationToken.None);
        var second = await _source.ReplaceAsync(first, CancellationToken.None);
        _time.StepWall(TimeSpan.FromHours(-1));
        _time.Advance(CacheTimes.Pause);

        Assert.NotNull(await _source.ReplaceAsync(second!, CancellationToken.None));
    }

    [Fact]
    public async Task Nothing_is_cached_without_a_time_to_live()
    {
        var source = _fetch.CreateCache(TimeSpan.Zero);
        Assert.Equal("one", (await source.GetAsync(CancellationToken.None)).Token);
        _value = () => Task.FromResult("two");
        Assert.Equal("two", (await source.GetAsync(CancellationToken.None)).Token);
        _value = () => throw new HttpRequestException("down");

        await Assert.ThrowsAsync<LookupException>(() => source.GetAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Secrets_Manager_is_waited_for_no_longer_than_four_seconds()
    {
        _value = () => new TaskCompletionSource<string>().Task;
        var waiting = GetAsync();
        await _time.SomeoneWaitsAsync(TimeSpan.FromSeconds(4));
        _time.Advance(TimeSpan.FromSeconds(4));

        Assert.Equal(
            (ErrorCode.ConfigurationError, "The secret named by X_SECRET_ID could not be read because Secrets Manager did not reply in time"),
            (await Assert.ThrowsAsync<LookupException>(() => waiting)).Failure is var failure ? (failure.Code, failure.Message) : default);
    }

    [Fact]
    public async Task Makes_one_request_however_many_callers_wait()
    {
        var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        _value = () => answer.Task;
        using var begun = new CountdownEvent(100);
        var waiting = Enumerable.Range(0, 100).Select(_ => Task.Run(() =>
        {
            var token = GetAsync();
            begun.Signal();
            return token;
        })).ToList();
        Assert.True(begun.Wait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        answer.SetResult("one");

        Assert.All(await Task.WhenAll(waiting), token => Assert.Equal("one", token));
        Assert.Equal(1, _asked);
    }

    [Fact]
    public async Task A_caller_who_gives_up_does_not_end_the_request_for_the_others()
    {
        var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        _value = () => answer.Task;
        using var impatient = new CancellationTokenSource();
        var gone = _source.GetAsync(impatient.Token);
        var patient = GetAsync();
        await impatient.CancelAsync();
        answer.SetResult("one");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        Assert.Equal("one", await patient);
        Assert.Equal(1, _asked);
    }

    [Fact]
    public async Task The_old_secret_is_used_while_Secrets_Manager_is_down()
    {
        await GetAsync();
        _value = () => throw new HttpRequestException("down");
        _time.Advance(TimeToLive);

        Assert.Equal("one", await GetAsync());
        await AskedAsync(2);
        Assert.Equal("one", await GetAsync());
        Assert.Equal(2, _asked);

        _value = () => Task.FromResult("two");
        _time.Advance(CacheTimes.Pause);
        Assert.Equal("two", await ChangedAsync());
        Assert.Equal(3, _asked);
    }

    [Fact]
    public async Task A_failure_without_an_old_secret_is_not_cached()
    {
        _value = () => throw new HttpRequestException("down");
        var failure = (await Assert.ThrowsAsync<LookupException>(GetAsync)).Failure;
        _value = () => Task.FromResult("one");

        Assert.Equal(ErrorCode.ConfigurationError, failure.Code);
        Assert.Equal("one", await GetAsync());
    }

    [Fact]
    public async Task Fetches_a_refused_secret_once_however_often_it_was_refused()
    {
        var refused = await _source.GetAsync(CancellationToken.None);
        _value = () => Task.FromResult("two");

        var renewed = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => _source.ReplaceAsync(refused, CancellationToken.None))));

        Assert.All(renewed, secret => Assert.Equal("two", secret?.Token));
        Assert.Equal(2, _asked);
        Assert.Equal("two", await GetAsync());
    }

    [Fact]
    public async Task A_secret_is_renewed_at_most_once_in_ten_seconds()
    {
        var first = await _source.GetAsync(CancellationToken.None);
        var second = await _source.ReplaceAsync(first, CancellationToken.None);

        Assert.Null(await _source.ReplaceAsync(second!, CancellationToken.None));
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.NotNull(await _source.ReplaceAsync(second!, CancellationToken.None));
        Assert.Equal(3, _asked);
    }

    [Fact]
    public async Task Fetches_a_refused_secret_again_even_after_a_renewal_in_progress()
    {
        var first = await _source.GetAsync(CancellationToken.None);
        var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        _value = () => answer.Task;
        _time.Advance(TimeToLive);
        await GetAsync();

        var joined = _source.ReplaceAsync(first, CancellationToken.None);
        answer.SetException(new HttpRequestException("down"));
        Assert.Null(await joined);

        _value = () => Task.FromResult("two");
        Assert.Equal("two", (await _source.ReplaceAsync(first, CancellationToken.None))?.Token);
    }

    [Fact]
    public async Task There_is_no_new_secret_while_Secrets_Manager_is_down()
    {
        var first = await _source.GetAsync(CancellationToken.None);
        _value = () => throw new HttpRequestException("down");

        Assert.Null(await _source.ReplaceAsync(first, CancellationToken.None));
    }

    public static TheoryData<string, Exception> Denials => new()
    {
        { "secret-missing", new ResourceNotFoundException("private") },
        // What Secrets Manager says of a secret that is marked for deletion.
        { "secret-unreadable", new InvalidRequestException("private") { StatusCode = HttpStatusCode.BadRequest } },
        { "secret-key-denied", new DecryptionFailureException("private") },
        { "secret-denied", Error("AccessDeniedException", HttpStatusCode.BadRequest) },
        { "secret-denied", Error("AccessDeniedException", HttpStatusCode.Forbidden) },
        { "secret-unreadable", new InvalidParameterException("private") },
        { "secret-unreadable", Error("UnrecognizedClientException", HttpStatusCode.BadRequest) },
        { "secret-unreadable", Error("NeverHeardOf", HttpStatusCode.NotFound) },
        { "secret-unreadable", Error(null, HttpStatusCode.Forbidden) },
    };

    public static TheoryData<Exception> Outages =>
    [
        new HttpRequestException("down"),
        new IOException("down"),
        new TimeoutException("down"),
        new TaskCanceledException("down"),
        Error("InternalServiceError", HttpStatusCode.InternalServerError),
        new InternalServiceErrorException("down"),
        Error("ServiceUnavailable", HttpStatusCode.ServiceUnavailable),
        Error(null, HttpStatusCode.BadGateway),
        Error("InternalFailure", default(HttpStatusCode)),
        new AmazonSecretsManagerException("down", new HttpRequestException("down"), ErrorType.Unknown, null, null, default(HttpStatusCode)),
    ];

    public static TheoryData<Exception> Throttles =>
    [
        Error("ThrottlingException", HttpStatusCode.BadRequest),
        Error("Throttling", HttpStatusCode.BadRequest),
        Error("TooManyRequestsException", HttpStatusCode.BadRequest),
        Error("RequestLimitExceeded", HttpStatusCode.ServiceUnavailable),
        Error(null, HttpStatusCode.TooManyRequests),
    ];

    [Theory]
    [MemberData(nameof(Denials))]
    public async Task A_denied_secret_is_no_longer_used(string reason, Exception denial)
    {
        await GetAsync();
        _value = () => throw denial;
        _time.Advance(TimeToLive);
        await GetAsync();
        await AskedAsync(2);

        var failure = (await Assert.ThrowsAsync<LookupException>(GetAsync)).Failure;

        Assert.Equal((ErrorCode.ConfigurationError, reason), (failure.Code, failure.Reason));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{")]
    public async Task A_secret_with_an_unusable_new_value_is_no_longer_used(string value)
    {
        await GetAsync();
        _value = () => Task.FromResult(value);
        _time.Advance(TimeToLive);
        await GetAsync();
        await AskedAsync(2);

        Assert.Equal("secret-unusable", (await Assert.ThrowsAsync<LookupException>(GetAsync)).Failure.Reason);
    }

    [Theory]
    [MemberData(nameof(Outages))]
    [MemberData(nameof(Throttles))]
    public async Task The_old_secret_is_used_whatever_makes_Secrets_Manager_unreachable(Exception outage)
    {
        await GetAsync();
        _value = () => throw outage;
        for (var i = 2; i < 10; i++)
        {
            _time.Advance(TimeSpan.FromHours(1));
            Assert.Equal("one", await GetAsync());
            await AskedAsync(i);
        }

        Assert.Equal("one", await GetAsync());
    }

    [Fact]
    public async Task A_denial_after_a_refusal_is_reported_at_once()
    {
        var refused = await _source.GetAsync(CancellationToken.None);
        _value = () => throw new ResourceNotFoundException("private");

        Assert.Equal("secret-missing", (await Assert.ThrowsAsync<LookupException>(() => _source.ReplaceAsync(refused, CancellationToken.None))).Failure.Reason);
        Assert.Equal("secret-missing", (await Assert.ThrowsAsync<LookupException>(GetAsync)).Failure.Reason);
        Assert.Equal(2, _asked);
    }

    [Theory]
    [MemberData(nameof(Denials))]
    public async Task Caches_a_denial_for_a_few_seconds(string reason, Exception denial)
    {
        _value = () => throw denial;
        for (var i = 0; i < 200; i++)
        {
            Assert.Equal(reason, (await Assert.ThrowsAsync<LookupException>(GetAsync)).Failure.Reason);
        }

        Assert.Equal(1, _asked);
        _value = () => Task.FromResult("one");
        _time.Advance(CacheTimes.RefusalLifetime);
        Assert.Equal("one", await GetAsync());
    }

    [Theory]
    [MemberData(nameof(Throttles))]
    public async Task Caches_throttling_for_a_few_seconds(Exception throttling)
    {
        _value = () => throw throttling;
        for (var i = 0; i < 200; i++)
        {
            var failure = (await Assert.ThrowsAsync<LookupException>(GetAsync)).Failure;
            Assert.Equal((ErrorCode.ConfigurationError, "secrets-manager-throttled"), (failure.Code, failure.Detail));
        }

        Assert.Equal(1, _asked);
        _value = () => Task.FromResult("one");
        _time.Advance(CacheTimes.RefusalLifetime);
        Assert.Equal("one", await GetAsync());
    }

    [Fact]
    public async Task A_denial_expires_whatever_the_wall_clock_does()
    {
        _value = () => throw new ResourceNotFoundException("private");
        await Assert.ThrowsAsync<LookupException>(GetAsync);
        _value = () => Task.FromResult("one");
        _time.StepWall(TimeSpan.FromHours(-1));
        _time.Advance(CacheTimes.RefusalLifetime);

        Assert.Equal("one", await GetAsync());
    }

    [Fact]
    public async Task Caches_a_denial_even_without_a_time_to_live()
    {
        var source = _fetch.CreateCache(TimeSpan.Zero);
        await source.GetAsync(CancellationToken.None);
        _value = () => throw new ResourceNotFoundException("private");
        for (var i = 0; i < 200; i++)
        {
            await Assert.ThrowsAsync<LookupException>(() => source.GetAsync(CancellationToken.None));
        }

        Assert.Equal(2, _asked);
    }

    [Theory]
    [InlineData(typeof(ResourceNotFoundException), "does not exist")]
    [InlineData(typeof(InvalidRequestException), "marked for deletion")]
    [InlineData(typeof(DecryptionFailureException), "kms:Decrypt")]
    [InlineData(typeof(InternalServiceErrorException), "could not be read from Secrets Manager")]
    [InlineData(typeof(HttpRequestException), "could not be reached")]
    public async Task Failures_of_Secrets_Manager_become_advice(Type exception, string message)
    {
        _value = () => throw (Exception)Activator.CreateInstance(exception, "arn:aws:secretsmanager:hunter2")!;

        var failure = (await Assert.ThrowsAsync<LookupException>(GetAsync)).Failure;

        Assert.Equal(ErrorCode.ConfigurationError, failure.Code);
        Assert.StartsWith("The secret named by X_SECRET_ID", failure.Message, StringComparison.Ordinal);
        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"user":"hunter2"}""", "is a JSON object without a token, a username and password, or a client_id and client_secret")]
    [InlineData("""{"token":"hunter2""", "looks like a JSON object but is not valid JSON")]
    [InlineData("\uFEFFhunter2", "begins with a byte order mark: store it again from a file without one")]
    [InlineData("\uFEFF{\"token\":\"hunter2\"}", "begins with a byte order mark: store it again from a file without one")]
    [InlineData("hunter2\nhunter3", "contains a line break or another control character")]
    [InlineData(" ", "is empty or not a string")]
    public async Task A_value_that_cannot_be_used_is_a_ConfigurationError_that_says_why(string value, string problem)
    {
        _value = () => Task.FromResult(value);

        var failure = (await Assert.ThrowsAsync<LookupException>(GetAsync)).Failure;

        Assert.Equal((ErrorCode.ConfigurationError, $"The secret named by X_SECRET_ID {problem}"), (failure.Code, failure.Message));
    }

    private static AmazonSecretsManagerException Error(string? code, HttpStatusCode status) => new("private") { ErrorCode = code!, StatusCode = status };

    // No caller sees the end of a fetch in the background, so this polls until it is over.
    private async Task AskedAsync(int times)
    {
        while (Volatile.Read(ref _asked) < times || _source.IsFetching)
        {
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }
    }

    private async Task<string?> ChangedAsync()
    {
        var asked = Volatile.Read(ref _asked);
        await GetAsync();
        await AskedAsync(Math.Max(asked, 1));
        return await GetAsync();
    }

    private async Task<string?> GetAsync() => (await _source.GetAsync(CancellationToken.None)).Token;
}
