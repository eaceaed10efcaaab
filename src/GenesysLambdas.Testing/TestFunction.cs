using System.Reflection;
using System.Text;
using Amazon.Lambda.Core;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;
using GenesysLambdas.Core.Answers;
using GenesysLambdas.Core.Requests;
using GenesysLambdas.Core.Settings;
using Moq;

namespace GenesysLambdas.Testing;

/// <summary>A lookup hosted as deployed, with stand-ins for its external API and Secrets Manager.</summary>
public sealed class TestFunction : IDisposable
{
    private readonly LookupUnderTest _lookup;
    private readonly Lazy<object> _instance;
    private readonly MemoryStream _log = new();

    /// <summary>Hosts a lookup. By default, nothing listens at its API's address.</summary>
    public TestFunction(string lookup, string baseUrl = "http://127.0.0.1:9", TimeProvider? time = null)
    {
        _lookup = LookupUnderTest.Named(lookup);
        With(api => api.BaseUrl, baseUrl).With(api => api.TokenUrl, $"{baseUrl}/oauth/token");
        foreach (var (name, value) in SuiteUnderTestAttribute.Current.StandIns.Where(standIn => standIn.Api == Api).SelectMany(standIn => standIn.Settings))
        {
            Settings[name] = value;
        }

        if (_lookup.Contract.Api.RequiresSecret)
        {
            Secret("the-token");
        }

        var host = new LookupHost(
            new SettingsReader(Settings.GetValueOrDefault), _ => SecretsManager.Object, time ?? TimeProvider.System, Stream.Synchronized(_log));
        _instance = new(() => Activator.CreateInstance(_lookup.Type, host)!);
    }

    /// <summary>The name of its external API, such as <c>CUSTOMER_API</c>.</summary>
    public string Api => _lookup.Contract.Api.Name;

    /// <summary>Whether the lookup's invocations may share one call, as those that write may not.</summary>
    public bool MayShare => (bool)_lookup.Type.GetProperty("MayShare", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(_instance.Value)!;

    public Dictionary<string, string?> Settings { get; } = new(StringComparer.Ordinal);

    /// <summary>Its Secrets Manager, which fails unless a test has set it up.</summary>
    public Mock<IAmazonSecretsManager> SecretsManager { get; } = new(MockBehavior.Strict);

    public string Log => Encoding.UTF8.GetString(_log.ToArray());

    /// <summary>The function's log, one object per line.</summary>
    public IReadOnlyList<JsonElement> LogLines =>
        [.. Log.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    /// <summary>Gives the external API a secret with these values, one per request. The last one is repeated.</summary>
    public TestFunction Secret(params string[] values)
    {
        With(api => api.SecretId, "the-secret");
        var asked = 0;
        SecretsManager
            .Setup(client => client.GetSecretValueAsync(
                It.Is<GetSecretValueRequest>(request => request.SecretId == "the-secret"), It.IsAny<CancellationToken>()))
            .ReturnsAsync(() => new GetSecretValueResponse { SecretString = values[Math.Min(asked++, values.Length - 1)] });
        return this;
    }

    public TestFunction SecretFails(Exception exception)
    {
        With(api => api.SecretId, "the-secret");
        SecretsManager
            .Setup(client => client.GetSecretValueAsync(It.IsAny<GetSecretValueRequest>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(exception);
        return this;
    }

    /// <summary>Changes a setting; null removes it.</summary>
    public TestFunction With(string setting, string? value)
    {
        Settings[setting] = value;
        return this;
    }

    /// <summary>Changes a setting of its external API.</summary>
    public TestFunction With(Func<ExternalApiSettings, Setting> setting, string? value) => With(setting(_lookup.Contract.Api.Settings).Name, value);

    /// <summary>Starts the function, without an event.</summary>
    public TestFunction Start()
    {
        _ = _instance.Value;
        return this;
    }

    /// <summary>Invokes with inputs in the canonical dialect.</summary>
    /// <returns>The outputs.</returns>
    public async Task<JsonElement> InvokeAsync(object inputs, ILambdaContext? context = null) =>
        (await SendAsync(JsonSerializer.Serialize(new { inputs }), context)).GetProperty("result");

    /// <summary>Invokes with an event, through the serializer that the runtime uses.</summary>
    /// <returns>The whole answer.</returns>
    public Task<JsonElement> SendAsync(string payload, ILambdaContext? context = null) => SendAsync(Encoding.UTF8.GetBytes(payload), context);

    /// <summary>Invokes with any bytes, through the serializer that the runtime uses.</summary>
    /// <returns>The whole answer.</returns>
    public async Task<JsonElement> SendAsync(byte[] payload, ILambdaContext? context = null)
    {
        var serializer = new LookupSerializer();
        var request = serializer.Deserialize<LookupRequest>(new MemoryStream(payload));
        var answer = await (Task<Answer>)_lookup.Method.Invoke(_instance.Value, [request, context ?? new TestLambdaContext()])!;
        var written = new MemoryStream();
        serializer.Serialize(answer, written);
        return JsonDocument.Parse(written.ToArray()).RootElement;
    }

    public void Dispose() => _log.Dispose();
}
