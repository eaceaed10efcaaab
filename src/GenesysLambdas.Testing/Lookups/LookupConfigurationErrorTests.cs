using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;
using static GenesysLambdas.Testing.AnswerContract;

namespace GenesysLambdas.Testing.Lookups;

/// <summary>Every lookup with every setting invalid: <c>errorMessage</c> names the setting, and so does the log.</summary>
public abstract class LookupConfigurationErrorTests
{
    private const string Private = "hunter2";

    public static TheoryData<string> Lookups => LookupUnderTest.Names;

    public static TheoryData<string, string> LookupsAndSettings =>
        LookupUnderTest.NamesAnd(lookup => Malformable(lookup.Contract.Api.Settings).Select(setting => setting.Name));

    [Theory]
    [MemberData(nameof(LookupsAndSettings))]
    public async Task A_malformed_setting_is_a_ConfigurationError_that_names_it(string lookup, string setting)
    {
        using var function = new TestFunction(lookup).Secret("the-token").With(setting, $"ftp://user:{Private}@files.example");

        await AssertNamedAsync(function, lookup, setting, "setting-malformed");
    }

    [Theory]
    [MemberData(nameof(Lookups))]
    public async Task A_missing_secret_is_a_ConfigurationError_that_names_its_setting(string lookup)
    {
        using var function = new TestFunction(lookup).SecretFails(new ResourceNotFoundException(Private));

        await AssertNamedAsync(function, lookup, SecretSetting(lookup), "secret-missing");
    }

    [Fact]
    public async Task A_ConfigurationError_names_the_setting_of_a_required_secret()
    {
        var lookups = LookupUnderTest.Complete.Where(lookup => lookup.Contract.Api.RequiresSecret).Select(lookup => lookup.Contract.Name).ToList();

        Assert.NotEmpty(lookups);
        foreach (var lookup in lookups)
        {
            using var function = new TestFunction(lookup);
            var setting = SecretSetting(lookup);

            await AssertNamedAsync(function.With(setting, null), lookup, setting, "secret-missing");
        }
    }

    [Theory]
    [MemberData(nameof(Lookups))]
    public async Task An_unusable_secret_is_a_ConfigurationError_that_names_its_setting(string lookup)
    {
        using var function = new TestFunction(lookup).Secret($$"""{"secret":"{{Private}}"}""");

        await AssertNamedAsync(function, lookup, SecretSetting(lookup), "secret-unusable");
    }

    [Theory]
    [MemberData(nameof(Lookups))]
    public async Task A_ConfigurationError_says_what_to_do_if_the_secret_is_denied(string lookup)
    {
        using var function = new TestFunction(lookup).SecretFails(new AmazonSecretsManagerException(Private) { ErrorCode = "AccessDeniedException" });

        var outputs = await AssertNamedAsync(function, lookup, SecretSetting(lookup), "secret-denied");

        Assert.Contains("secretsmanager:GetSecretValue", outputs.Text("errorMessage"), StringComparison.Ordinal);
    }

    private static IEnumerable<Setting> Malformable(ExternalApiSettings api) =>
    [
        api.BaseUrl, api.Auth, api.Timeout, api.MaxAttempts, api.CacheSeconds,
        HostSettings.SecretCacheSeconds, HostSettings.DeadlineReserve, HostSettings.TrustedRoots,
    ];

    private static string SecretSetting(string lookup) => LookupUnderTest.Named(lookup).Contract.Api.Settings.SecretId.Name;

    private static async Task<JsonElement> AssertNamedAsync(TestFunction function, string lookup, string setting, string reason)
    {
        var outputs = await function.InvokeAsync(ExampleInputs.Of(lookup));

        AssertContract(lookup, outputs);
        Assert.Equal(("ConfigurationError", 500), (outputs.Text("errorCode"), outputs.GetProperty("statusCode").GetInt32()));
        Assert.Contains(setting, outputs.Text("errorMessage"), StringComparison.Ordinal);
        var line = Assert.Single(function.LogLines);
        Assert.Equal((reason, setting), (line.Text("reason"), line.Text("subject")));
        Assert.DoesNotContain(Private, outputs.GetRawText() + function.Log, StringComparison.Ordinal);
        return outputs;
    }
}
