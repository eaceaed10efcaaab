using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;
using GenesysLambdas.Core.Answers;
using GenesysLambdas.Core.Contracts;
using GenesysLambdas.Core.ExternalApis;
using GenesysLambdas.Core.Requests;
using GenesysLambdas.Core.Settings;
using GenesysLambdas.Testing;
using Moq;

namespace GenesysLambdas.Core.Tests;

/// <summary>A lookup written by hand: it does what a test says, forgets to override <c>MayShare</c>, and finds whatever it is asked for.</summary>
internal sealed class Probe(LookupHost host, Func<ApiCall, Task<string>> lookUp, string auth = "bearer")
    : Lookup<ProbeInputs, ProbeOutputs>(host, new("probe", "Does what a test says.", new("PROBE_API", "", auth, RequiresSecret: false), [], []) { Function = "ProbeFunction", Method = "Probe" })
{
    private const string Secret = "the-secret";

    /// <summary>The last failure, in which only a lookup sees whether something may have been performed.</summary>
    public Failure? Failure { get; private set; }

    public static Probe Create(string baseUrl, Func<ApiCall, Task<string>> lookUp, TimeProvider? time = null, params (string Name, string Value)[] settings) =>
        new(Host([("PROBE_API_BASE_URL", baseUrl), .. settings], [], time), lookUp);

    /// <summary>One with a secret of these values, one for each time it is fetched; the last stays.</summary>
    public static Probe WithSecret(string baseUrl, Func<ApiCall, Task<string>> lookUp, string[] values, params (string Name, string Value)[] settings) =>
        new(Host([("PROBE_API_BASE_URL", baseUrl), ("PROBE_API_SECRET_ID", Secret), .. settings], values, null), lookUp);

    public Task<JsonElement> InvokeAsync(string key = "1", double seconds = 10) =>
        AnswerAsync(LookupRequest.Parse(Encoding.UTF8.GetBytes($"{{\"inputs\":{{\"key\":\"{key}\"}}}}")), seconds);

    protected override async Task<ProbeOutputs> LookUpAsync(ProbeInputs inputs, ApiCall api) => new() { Text = await lookUp(api) };

    protected override bool IsFound(ProbeOutputs outputs) => true;

    protected override string Explain(Failure failure)
    {
        Failure = failure;
        return base.Explain(failure);
    }

    private async Task<JsonElement> AnswerAsync(LookupRequest request, double seconds)
    {
        var answer = await AnswerAsync(request, new TestLambdaContext { RemainingTime = TimeSpan.FromSeconds(seconds) });
        using var written = new MemoryStream();
        new LookupSerializer().Serialize(answer, written);
        return JsonDocument.Parse(written.ToArray()).RootElement.GetProperty("result");
    }

    private static LookupHost Host((string Name, string Value)[] settings, string[] secrets, TimeProvider? time)
    {
        var fetched = 0;
        var manager = new Mock<IAmazonSecretsManager>(MockBehavior.Strict);
        manager
            .Setup(client => client.GetSecretValueAsync(It.IsAny<GetSecretValueRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(() => new GetSecretValueResponse { SecretString = secrets[Math.Min(fetched++, secrets.Length - 1)] });
        var all = settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value, StringComparer.Ordinal);
        return new(new SettingsReader(all.GetValueOrDefault), _ => manager.Object, time ?? TimeProvider.System, Stream.Null);
    }
}

internal sealed record ProbeInputs(string Key) : IInputs<ProbeInputs>
{
    public static ProbeInputs Read(InputReader reader) =>
        new(reader.Text(new InputContract { Name = "key", Type = ContractType.String, Description = "Any text." }));
}

internal sealed record ProbeOutputs : LookupOutputs
{
    public string Text { get; init; } = "";

    protected override void ShowOwn(OutputVisitor outputs) => outputs.Text("text"u8, Text, OutputContract.DefaultMaxLength);
}

internal sealed record ProbeBody(string Subject);

internal sealed record ProbeReply(string? Id);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ProbeBody))]
[JsonSerializable(typeof(ProbeReply))]
internal sealed partial class ProbeJson : JsonSerializerContext;
