using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using GenesysLambdas.Local.SecretsManager;
using GenesysLambdas.Local.Tests.Emulator;

namespace GenesysLambdas.Local.Tests.Page.Masking;

public sealed class SecretMaskTests
{
    private const string Secret = "genesys-lambdas/weather-api";

    // With characters that URLs, JSON and headers escape.
    private const string Token = "tök/en+\"4711\" & <b>";
    private const string Member = "pass w\\rd=99";

    public static TheoryData<string, string> Schemes => new()
    {
        { "query:appid", Token },
        { "query:appid", $$"""{"apiKey":{{JsonValue.Create(Token).ToJsonString()}}}""" },
        { "bearer", "plain-token-4711" },
        { "bearer", """{"token":"plain-token-4711"}""" },
        { "header:X-Custom", "plain-token-4711" },
        { "basic", $$"""{"username":"user-4711","password":{{JsonValue.Create(Member).ToJsonString()}}}""" },
        { "oauth2", $$"""{"client_id":"client-4711","client_secret":{{JsonValue.Create(Member).ToJsonString()}},"scope":"read:all"}""" },
        { "oauth2", """{"deep":{"er":["nested-4711"]},"number":4711471147114711}""" },
    };

    [Theory]
    [MemberData(nameof(Schemes))]
    public async Task The_page_never_gets_a_secret(string auth, string secret)
    {
        await using var page = await TestPage.StartAsync(configure: options => options with
        {
            Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["WEATHER_API_AUTH"] = auth },
        });
        var store = page.Emulator.Emulator.Secrets;
        store.Put(Secret, new SecretValue("first-value-0815"));
        store.Put(Secret, new SecretValue("previous-value-0815"));
        store.Put(Secret, new SecretValue(secret));
        string[] values = ["first-value-0815", "previous-value-0815", secret, .. Texts(secret)];
        var forms = values.SelectMany(Forms).Concat(Pairs(Texts(secret))).Distinct(StringComparer.Ordinal).ToList();

        var call = await CallAsync(page, forms);

        foreach (var shown in new[] { call, await page.GetAsync("calls"), await page.GetAsync("suite"), await page.GetAsync($"calls/{call["id"]}") })
        {
            var texts = Texts(shown.ToJsonString());
            Assert.All(forms, form => Assert.All(texts, text => Assert.DoesNotContain(form, text, StringComparison.Ordinal)));
        }

        Assert.Contains("••••", call.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Authorization", "Bearer issued-elsewhere", "Bearer ••••")]
    [InlineData("Authorization", "issued-elsewhere", "••••")]
    [InlineData("Cookie", "session=issued-elsewhere", "••••")]
    [InlineData("X-Api-Key", "issued-elsewhere", "••••")]
    [InlineData("X-Auth-Token", "issued-elsewhere", "••••")]
    [InlineData("X-Custom", "issued-elsewhere", "••••")]
    [InlineData("X-Plain", "no secret", "no secret")]
    public async Task Masks_headers_that_carry_credentials(string header, string value, string shown)
    {
        await using var page = await TestPage.StartAsync(configure: options => options with
        {
            Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["WEATHER_API_AUTH"] = "header:x-custom" },
        });
        using var function = new VisitingFunction(page.Emulator.Client);
        var calling = page.CallAsync();
        await function.NextAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/stand-ins/weather-api/x");
        request.Headers.TryAddWithoutValidation(header, value);

        using var response = await function.SendAsync(request);
        await function.AnswerAsync();

        var headers = (await calling)["exchanges"]![0]!["request"]!["headers"]!.AsArray();
        Assert.Equal(shown, (string?)headers.Single(pair => (string?)pair![0] == header)![1]);
    }

    [Fact]
    public async Task Masks_a_secret_that_is_cut_off()
    {
        await using var page = await TestPage.StartAsync();
        using var function = new VisitingFunction(page.Emulator.Client);
        var calling = page.CallAsync();
        await function.NextAsync();
        var body = new string('x', (64 * 1024) - 5) + "local-weather-key";

        using var response = await function.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/stand-ins/weather-api/x") { Content = new StringContent(body) });
        await function.AnswerAsync();

        Assert.EndsWith("x••••", (string?)(await calling)["exchanges"]![0]!["request"]!["body"], StringComparison.Ordinal);
    }

    /// <summary>A function that puts every form of the secrets everywhere.</summary>
    private static async Task<JsonNode> CallAsync(TestPage page, IReadOnlyList<string> forms)
    {
        using var function = new VisitingFunction(page.Emulator.Client);
        var all = JsonValue.Create(string.Join('|', forms)).ToJsonString();
        var calling = page.CallAsync($$"""{"inputs":{"city_name":{{all}}},{{all}}:[{{all}}, 4711471147114711]}""");
        await function.NextAsync();
        foreach (var form in forms)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/stand-ins/weather-api/{Uri.EscapeDataString(form)}?a={WebUtility.UrlEncode(form)}&appid=x") { Content = new StringContent(form) };
            request.Headers.TryAddWithoutValidation("X-Other", form.Any(character => character is < ' ' or > '~') ? "x" : form);
            using var response = await function.SendAsync(request);
        }

        await function.AnswerAsync($$$"""{"result":{"condition":{{{all}}},"errorMessage":{{{all}}},"errorCode":{{{all}}},{{{all}}}:{{{all}}},"temperature":4711471147114711,"success":false}}""");
        return await calling;
    }

    private static IEnumerable<string> Forms(string value) =>
    [
        value,
        Uri.EscapeDataString(value),
        WebUtility.UrlEncode(value),
        JsonValue.Create(value).ToJsonString()[1..^1],
        Convert.ToBase64String(Encoding.UTF8.GetBytes(value)),
    ];

    private static IEnumerable<string> Pairs(IEnumerable<string> members) =>
        from name in members from password in members where name != password select Convert.ToBase64String(Encoding.UTF8.GetBytes($"{name}:{password}"));

    /// <summary>All strings and numbers in JSON.</summary>
    private static List<string> Texts(string json)
    {
        try
        {
            return [.. In(JsonNode.Parse(json))];
        }
        catch (System.Text.Json.JsonException)
        {
            return [];
        }

        static IEnumerable<string> In(JsonNode? node) => node switch
        {
            null => [],
            JsonObject members => members.SelectMany(member => In(member.Value)),
            JsonArray items => items.SelectMany(In),
            _ => [node.ToString()],
        };
    }
}
