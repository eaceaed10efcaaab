using System.Net;
using System.Text.Json.Nodes;
using GenesysLambdas.Commands.Printing;
using GenesysLambdas.Local.Access;
using GenesysLambdas.Local.Page;
using GenesysLambdas.Local.Server;
using GenesysLambdas.Local.Tests.SecretsManager;
using GenesysLambdas.Tooling;

namespace GenesysLambdas.Local.Tests.Access;

/// <summary>On systems that do not show which user owns a connection, callers need the keys that <c>serve</c> generates.</summary>
public class LocalKeysTests
{
    private const string Secret = "genesys-lambdas/weather-api";

    [Theory]
    [InlineData("AKID")]
    [InlineData("LOCAL")]
    [InlineData("LOCALEMULATOR")]
    [InlineData("local")]
    public async Task Secrets_Manager_refuses_any_other_access_key(string key)
    {
        await using var emulator = await StartAsync();

        var (status, answer) = await emulator.CallAsync("GetSecretValue", $$"""{"SecretId":"{{Secret}}"}""", Signed(key));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("""{"__type":"UnrecognizedClientException","Message":"The security token included in the request is invalid."}""", answer.ToJsonString());
    }

    [Fact]
    public async Task Secrets_Manager_accepts_only_the_whole_access_key()
    {
        await using var emulator = await StartAsync();
        var key = emulator.Emulator.Keys!.AccessKeyId;

        var (status, answer) = await emulator.CallAsync("GetSecretValue", $$"""{"SecretId":"{{Secret}}"}""", Signed(key));
        var (part, _) = await emulator.CallAsync("GetSecretValue", $$"""{"SecretId":"{{Secret}}"}""", Signed(key[..^1]));

        Assert.Equal((HttpStatusCode.OK, "real-4711"), (status, (string?)answer["SecretString"]));
        Assert.Equal(HttpStatusCode.BadRequest, part);
    }

    [Fact]
    public async Task The_runtime_APIs_address_cannot_be_guessed()
    {
        await using var emulator = await StartAsync();
        const string path = "/CurrentWeatherFunction/2018-06-01/runtime/init/error";

        using var guessed = await emulator.Client.PostAsync(path, new StringContent("{}"));
        using var known = await emulator.Client.PostAsync(emulator.Emulator.Keys!.RuntimePath + path, new StringContent("{}"));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.Accepted), (guessed.StatusCode, known.StatusCode));
    }

    [Fact]
    public async Task Started_functions_know_the_keys()
    {
        await using var emulator = await StartAsync("tells its environment");

        var environment = JsonNode.Parse((await emulator.InvokeAsync()).Payload.Span)!;

        var keys = emulator.Emulator.Keys!;
        Assert.Equal(keys.AccessKeyId, (string?)environment["AWS_ACCESS_KEY_ID"]);
        Assert.StartsWith($"{emulator.Emulator.Endpoint.Authority}{keys.RuntimePath}/CurrentWeatherFunction/", (string?)environment["AWS_LAMBDA_RUNTIME_API"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_start_generates_new_keys()
    {
        await using var one = await StartAsync();
        await using var other = await StartAsync();

        var (mine, yours) = (one.Emulator.Keys!, other.Emulator.Keys!);
        string[] keys = [mine.AccessKeyId, mine.RuntimePath, mine.Page, yours.AccessKeyId, yours.RuntimePath, yours.Page];
        Assert.Distinct(keys);
        Assert.All(keys, key => Assert.InRange(key.Length, 27, 128));
    }

    [Fact]
    public async Task Any_key_works_without_real_secrets()
    {
        await using var emulator = await TestEmulator.StartAsync(configure: options => options with { Sockets = null });

        Assert.Null(emulator.Emulator.Keys);
        Assert.Equal("""{"apiKey":"local-weather-key"}""", (string?)(await emulator.DoAsync("GetSecretValue", $$"""{"SecretId":"{{Secret}}"}"""))["SecretString"]);
    }

    [Fact]
    public async Task Any_key_works_if_other_users_are_refused()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux says whose a connection is.");
        await using var emulator = await TestEmulator.StartAsync(configure: options => options with { Secrets = new Dictionary<string, string> { [Secret] = "real-4711" } });

        Assert.True(emulator.Emulator.AdmitsOnlySameUser);
        Assert.Equal("real-4711", (string?)(await emulator.DoAsync("GetSecretValue", $$"""{"SecretId":"{{Secret}}"}"""))["SecretString"]);
    }

    [Fact]
    public async Task A_socket_table_without_our_own_socket_is_not_used()
    {
        await using var emulator = await StartAsync(sockets: new SocketTable(unseen: null, Path.GetTempPath() + "no-such-table"));

        Assert.NotNull(emulator.Emulator.Keys);
    }

    [Theory]
    [InlineData("AWS_ACCESS_KEY_ID")]
    [InlineData("AWS_PROFILE")]
    public async Task AWS_credentials_cannot_be_combined_with_secrets(string setting)
    {
        var exception = await Assert.ThrowsAsync<ToolException>(() => TestEmulator.StartAsync(configure: options => Real(options) with
        {
            Settings = new Dictionary<string, string> { [setting] = "mine" },
        }));

        Assert.Equal("With --secret, only the access key that this command generates can read secrets: remove AWS_ACCESS_KEY_ID and AWS_PROFILE.", exception.Message);
    }

    [Fact]
    public async Task Serve_prints_the_keys()
    {
        await using var emulator = await StartAsync();
        var keys = emulator.Emulator.Keys!;

        var text = Welcome.Write(emulator.Emulator, LocalPage.AddressOf(emulator.Emulator), "Authorization", jwt: null);

        var endpoint = emulator.Emulator.Endpoint;
        Assert.StartsWith($"Run the lookups from a page in your browser: {endpoint}?key={keys.Page}", text, StringComparison.Ordinal);
        Assert.Contains($"export AWS_ACCESS_KEY_ID={keys.AccessKeyId} ", text, StringComparison.Ordinal);
        Assert.Contains($"export AWS_LAMBDA_RUNTIME_API={endpoint.Authority}{keys.RuntimePath}/CurrentWeatherFunction", text, StringComparison.Ordinal);
        Assert.DoesNotContain("real-4711", text, StringComparison.Ordinal);
    }

    private static string Signed(string key) =>
        $"AWS4-HMAC-SHA256 Credential={key}/20260101/us-east-1/secretsmanager/aws4_request, SignedHeaders=host;x-amz-date, Signature=" + new string('a', 64);

    private static Task<TestEmulator> StartAsync(string? behaviour = null, SocketTable? sockets = null) =>
        TestEmulator.StartAsync(behaviour, options => Real(options) with { Sockets = sockets });

    private static LocalServerOptions Real(LocalServerOptions options) =>
        options with { Sockets = null, Secrets = new Dictionary<string, string> { [Secret] = "real-4711" } };
}
