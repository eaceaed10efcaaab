using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;
using GenesysLambdas.Answers;
using GenesysLambdas.Contracts;
using GenesysLambdas.Local.Emulator;
using GenesysLambdas.Requests;
using GenesysLambdas.Settings;
using GenesysLambdas.Testing;
using GenesysLambdas.Testing.Events;
using Moq;

namespace GenesysLambdas.Deployment.Tests.Support;

/// <summary>The settings that a lookup reads, found out by running it.</summary>
internal static partial class SettingsInUse
{
    // One secret and one reply that will do for every external API, its token endpoint included.
    private const string Secret = """{"token":"t","username":"u","password":"p","client_id":"c","client_secret":"s"}""";
    private const string Json = """{"access_token":"a","token_type":"bearer","expires_in":86400}""";

    public static async Task<IReadOnlySet<string>> OfAsync(LookupUnderTest lookup)
    {
        await using var api = new ScriptedApi(Reply.Ok(Json));
        var read = new ConcurrentDictionary<string, string?>(StringComparer.Ordinal);
        var host = new LookupHost(new SettingsReader(Recorded), SecretsManager, TimeProvider.System, Stream.Null);
        var instance = Activator.CreateInstance(lookup.Type, host)!;
        // A valid request, one whose phone number needs a country, and one over HTTP.
        foreach (var request in new[]
        {
            Request(lookup, ExampleInputs.Of),
            Request(lookup, _ => "030 901820"),
            LookupRequest.Parse(Encoding.UTF8.GetBytes(HttpEventExamples.WithBody("{}"))),
        })
        {
            await (Task<Answer>)lookup.Method.Invoke(instance, [request, new TestLambdaContext()])!;
        }

        // The default of a base URL is not called here, but the settings in it are read where it is.
        var inDefault = Placeholder().Matches(lookup.Contract.Api.BaseUrl).Select(match => match.Value);
        return read.Keys.Where(name => !KnownSettings.IsGeneral(name)).Concat(inDefault).ToHashSet(StringComparer.Ordinal);

        string? Recorded(string name) => read.GetOrAdd(name, _ =>
            name.EndsWith("_URL", StringComparison.Ordinal) ? api.BaseUrl
            : name.EndsWith("_SECRET_ID", StringComparison.Ordinal) ? "the-secret"
            : null);
    }

    private static LookupRequest Request(LookupUnderTest lookup, Func<InputContract, object?> value) => LookupRequest.Parse(
        JsonSerializer.SerializeToUtf8Bytes(lookup.Contract.Inputs.ToDictionary(input => input.Name, value, StringComparer.Ordinal)));

    private static IAmazonSecretsManager SecretsManager(Amazon.Runtime.HttpClientFactory http)
    {
        var client = new Mock<IAmazonSecretsManager>();
        client.Setup(secrets => secrets.GetSecretValueAsync(It.IsAny<GetSecretValueRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new GetSecretValueResponse { SecretString = Secret });
        return client.Object;
    }

    [GeneratedRegex(@"(?<=\{)[A-Z_]+(?=\})", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
