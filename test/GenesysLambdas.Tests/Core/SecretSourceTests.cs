using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;
using GenesysLambdas.Answers;
using GenesysLambdas.Secrets;
using GenesysLambdas.Tests.Support;
using Moq;

namespace GenesysLambdas.Tests.Core;

public sealed class SecretSourceTests
{
    private static readonly TimeSpan TimeToLive = TimeSpan.FromMinutes(5);

    private readonly ManualTime _time = new();
    private readonly Mock<IAmazonSecretsManager> _client = new(MockBehavior.Strict);
    private readonly SecretSource _source;
    private Func<Task<string>> _value = () => Task.FromResult("one");
    private int _asked;

    public SecretSourceTests()
    {
        _client
            .Setup(client => client.GetSecretValueAsync(It.IsAny<GetSecretValueRequest>(), It.IsAny<CancellationToken>()))
            .Returns(async () =>
            {
                Interlocked.Increment(ref _asked);
                return new GetSecretValueResponse { SecretString = await _value() };
            });
        _source = new SecretSource(new SecretFetch(new(_client.Object), "X_SECRET_ID", "the-secret"), TimeToLive, _time);
    }

    [Fact]
    public async Task A_secret_is_asked_for_once_within_its_time_to_live()
    {
        await GetAsync();
        _time.Advance(TimeToLive - TimeSpan.FromSeconds(1));
        await GetAsync();

        Assert.Equal(1, _asked);
    }

    [Fact]
    public async Task A_secret_is_asked_for_again_after_its_time_to_live()
    {
        await GetAsync();
        _value = () => Task.FromResult("two");
        _time.Advance(TimeToLive);

        Assert.Equal("two", await GetAsync());
        Assert.Equal(2, _asked);
    }

    [Fact]
    public async Task However_many_wait_one_request_is_under_way()
    {
        var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        _value = () => answer.Task;
        var waiting = Enumerable.Range(0, 100).Select(_ => Task.Run(GetAsync)).ToList();
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
    public async Task The_old_secret_serves_while_Secrets_Manager_is_down_which_is_asked_now_and_then()
    {
        await GetAsync();
        _value = () => throw new HttpRequestException("down");
        _time.Advance(TimeToLive);

        Assert.Equal("one", await GetAsync());
        Assert.Equal("one", await GetAsync());
        Assert.Equal(2, _asked);

        _time.Advance(SecretSource.Pause);
        _value = () => Task.FromResult("two");
        Assert.Equal("two", await GetAsync());
    }

    [Fact]
    public async Task A_failure_without_an_old_secret_is_told_and_not_kept()
    {
        _value = () => throw new HttpRequestException("down");
        var failure = (await Assert.ThrowsAsync<LookupException>(GetAsync)).Failure;
        _value = () => Task.FromResult("one");

        Assert.Equal(ErrorCode.ConfigurationError, failure.Code);
        Assert.Equal("one", await GetAsync());
    }

    [Fact]
    public async Task A_refused_secret_is_asked_for_at_once_however_many_were_refused()
    {
        var refused = await _source.GetAsync(CancellationToken.None);
        _value = () => Task.FromResult("two");

        var renewed = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => _source.RenewAsync(refused, CancellationToken.None))));

        Assert.All(renewed, secret => Assert.Equal("two", secret?.Token));
        Assert.Equal(2, _asked);
        Assert.Equal("two", await GetAsync());
    }

    [Fact]
    public async Task A_secret_is_renewed_at_most_once_in_ten_seconds()
    {
        var first = await _source.GetAsync(CancellationToken.None);
        var second = await _source.RenewAsync(first, CancellationToken.None);

        Assert.Null(await _source.RenewAsync(second!, CancellationToken.None));
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.NotNull(await _source.RenewAsync(second!, CancellationToken.None));
        Assert.Equal(3, _asked);
    }

    [Fact]
    public async Task Renewing_brings_nothing_while_Secrets_Manager_is_down()
    {
        var first = await _source.GetAsync(CancellationToken.None);
        _value = () => throw new HttpRequestException("down");

        Assert.Null(await _source.RenewAsync(first, CancellationToken.None));
    }

    [Theory]
    [InlineData(typeof(ResourceNotFoundException), "does not exist")]
    [InlineData(typeof(InvalidRequestException), "marked for deletion")]
    [InlineData(typeof(DecryptionFailureException), "kms:Decrypt")]
    [InlineData(typeof(InternalServiceErrorException), "could not be read from Secrets Manager")]
    [InlineData(typeof(HttpRequestException), "could not be reached")]
    public async Task What_Secrets_Manager_says_becomes_what_to_do(Type exception, string message)
    {
        _value = () => throw (Exception)Activator.CreateInstance(exception, "arn:aws:secretsmanager:hunter2")!;

        var failure = (await Assert.ThrowsAsync<LookupException>(GetAsync)).Failure;

        Assert.Equal(ErrorCode.ConfigurationError, failure.Code);
        Assert.StartsWith("The secret named by X_SECRET_ID", failure.Message, StringComparison.Ordinal);
        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_that_holds_no_credentials_is_told()
    {
        _value = () => Task.FromResult("""{"user":"hunter2"}""");

        Assert.Equal(
            "The secret named by X_SECRET_ID holds neither a token nor the JSON object that stands for one",
            (await Assert.ThrowsAsync<LookupException>(GetAsync)).Message);
    }

    private async Task<string?> GetAsync() => (await _source.GetAsync(CancellationToken.None)).Token;
}
