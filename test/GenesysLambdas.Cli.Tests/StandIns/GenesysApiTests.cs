using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using GenesysLambdas.Local.SecretsManager;
using GenesysLambdas.Local.StandIns;
using Microsoft.AspNetCore.Http;

namespace GenesysLambdas.Cli.Tests.StandIns;

public class GenesysApiTests
{
    private const string Root = "/stand-ins/genesys-api";
    private const string Client = "local-client:local-client-secret";

    [Theory]
    [InlineData(Client, "client_credentials", HttpStatusCode.OK)]
    [InlineData("local-client:wrong", "client_credentials", HttpStatusCode.Unauthorized)]
    [InlineData("", "client_credentials", HttpStatusCode.Unauthorized)]
    [InlineData(Client, "password", HttpStatusCode.BadRequest)]
    public async Task Issues_a_token_for_a_client_id_and_secret(string client, string grantType, HttpStatusCode expected)
    {
        await using var emulator = await TestEmulator.StartAsync();

        var (status, answer) = await RequestTokenAsync(emulator, client, grantType);

        Assert.Equal(expected, status);
        Assert.Equal(expected == HttpStatusCode.OK, answer["access_token"] is not null);
    }

    [Fact]
    public async Task Accepts_a_rotated_secret_at_once()
    {
        await using var emulator = await TestEmulator.StartAsync();

        emulator.Emulator.Secrets.Put("genesys-lambdas/genesys-api", new SecretValue("""{"client_id":"a","client_secret":"b"}"""));

        Assert.Equal(HttpStatusCode.Unauthorized, (await RequestTokenAsync(emulator, Client)).Status);
        Assert.Equal(HttpStatusCode.OK, (await RequestTokenAsync(emulator, "a:b")).Status);
    }

    [Fact]
    public void A_token_is_valid_until_it_expires()
    {
        var time = new Clock();
        var tokens = new IssuedTokens(time, TimeSpan.FromMinutes(2));
        var request = new DefaultHttpContext().Request;
        request.Headers.Authorization = "Bearer " + tokens.Issue();

        Assert.True(tokens.Holds(request));
        time.Now += TimeSpan.FromMinutes(2) - TimeSpan.FromTicks(1);
        Assert.True(tokens.Holds(request));
        time.Now += TimeSpan.FromTicks(1);
        Assert.False(tokens.Holds(request));
    }

    [Theory]
    [InlineData("GET", "/api/v2/externalcontacts/reversewhitepageslookup?lookupVal=%2B15551234567")]
    [InlineData("GET", "/api/v2/integrations/actions/a")]
    [InlineData("POST", "/api/v2/integrations/actions/a/execute")]
    [InlineData("POST", "/api/v2/processes/data-actions/a/invocations")]
    [InlineData("GET", "/api/v2/processes/data-actions/a/invocations")]
    public async Task Refuses_every_request_without_a_token(string method, string path)
    {
        await using var emulator = await TestEmulator.StartAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(emulator, method, path, body: null, token: null)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(emulator, method, path, body: null, token: "wrong")).Status);
    }

    [Theory]
    [InlineData("%2B15551234567", 1)]
    [InlineData("%2B4930901820", 2)]
    [InlineData("%2B15550000030", 25)]
    [InlineData("%2B15550000000", 0)]
    public async Task Finds_contacts_by_number(string number, int count)
    {
        await using var emulator = await TestEmulator.StartAsync();

        var (_, answer) = await SendAsync(emulator, "GET", $"/api/v2/externalcontacts/reversewhitepageslookup?lookupVal={number}&expand=contacts.externalOrganization");

        Assert.Equal(count, answer["contacts"]!.AsArray().Count);
        Assert.All(answer["contacts"]!.AsArray(), contact => Assert.NotNull(contact!["externalOrganization"]!["name"]));
    }

    [Theory]
    [InlineData("/api/v2/externalcontacts/reversewhitepageslookup?lookupVal=%2B15551234567&expand=externalOrganization", "externalOrganization")]
    [InlineData("/api/v2/externalcontacts/reversewhitepageslookup?lookupVal=%2B15551234567&expand=division,all", "all")]
    [InlineData("/api/v2/integrations/actions/a?expand=contracts", "contracts")]
    public async Task Refuses_an_unknown_value_of_expand(string path, string value)
    {
        await using var emulator = await TestEmulator.StartAsync();

        var (status, answer) = await SendAsync(emulator, "GET", path);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(
            ($"The value '{value}' of the parameter expand is not valid.", "bad.request", 400),
            ((string?)answer["message"], (string?)answer["code"], (int?)answer["status"]));
    }

    [Theory]
    [InlineData("429")]
    [InlineData("403")]
    [InlineData("500")]
    public async Task Replies_with_the_error_status_in_a_data_actions_id(string id)
    {
        await using var emulator = await TestEmulator.StartAsync();

        var (status, answer) = await SendAsync(emulator, "POST", $"/api/v2/integrations/actions/{id}/execute", "{}");

        Assert.Equal(int.Parse(id), (int)status);
        Assert.Equal(int.Parse(id), (int)answer["status"]!);
    }

    [Fact]
    public async Task Replies_with_the_inputs_of_any_other_data_action()
    {
        await using var emulator = await TestEmulator.StartAsync();

        var (_, executed) = await SendAsync(emulator, "POST", "/api/v2/integrations/actions/a/execute", """{"priority":1}""");
        var (accepted, invoked) = await SendAsync(emulator, "POST", "/api/v2/processes/data-actions/a/invocations", "{}");
        var (refused, _) = await SendAsync(emulator, "POST", "/api/v2/integrations/actions/a/execute", "[]");

        Assert.Equal("""{"dataActionId":"a","executedWith":{"priority":1}}""", executed.ToJsonString());
        Assert.Equal((HttpStatusCode.Accepted, "a-121"), (accepted, (string?)invoked["invocationId"]));
        Assert.Equal(HttpStatusCode.BadRequest, refused);
    }

    [Fact]
    public async Task Returns_a_data_actions_contract_only_on_request()
    {
        await using var emulator = await TestEmulator.StartAsync();

        var (_, action) = await SendAsync(emulator, "GET", "/api/v2/integrations/actions/a");
        var (_, expanded) = await SendAsync(emulator, "GET", "/api/v2/integrations/actions/a?expand=contract");
        var (missing, _) = await SendAsync(emulator, "GET", "/api/v2/integrations/actions/404?expand=contract");

        Assert.Equal(("a", null), ((string?)action["id"], action["contract"]));
        Assert.Equal("object", (string?)expanded["contract"]!["input"]!["inputSchema"]!["type"]);
        Assert.Equal(HttpStatusCode.NotFound, missing);
    }

    [Fact]
    public async Task Returns_the_history_in_pages()
    {
        await using var emulator = await TestEmulator.StartAsync();
        var ids = new List<string>();
        var next = "";
        do
        {
            var (_, page) = await SendAsync(emulator, "GET", $"/api/v2/processes/data-actions/a/invocations?pageSize=50{next}");
            ids.AddRange(page["entities"]!.AsArray().Select(entity => (string)entity!["invocationId"]!));
            next = page["nextPage"] is { } token ? $"&nextPage={token}" : "";
        }
        while (next.Length > 0);

        Assert.Equal(Enumerable.Range(1, 120).Select(number => $"invocation-{number}"), ids);
    }

    private static async Task<(HttpStatusCode Status, JsonObject Answer)> RequestTokenAsync(TestEmulator emulator, string client, string grantType = "client_credentials")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Root + "/oauth/token")
        {
            Content = new FormUrlEncodedContent([new("grant_type", grantType)]),
            Headers = { Authorization = client.Length == 0 ? null : new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(client))) },
        };
        return await SendAsync(emulator, request);
    }

    private static async Task<(HttpStatusCode Status, JsonObject Answer)> SendAsync(TestEmulator emulator, string method, string path, string? body = null) =>
        await SendAsync(emulator, method, path, body, (string)(await RequestTokenAsync(emulator, Client)).Answer["access_token"]!);

    private static async Task<(HttpStatusCode Status, JsonObject Answer)> SendAsync(TestEmulator emulator, string method, string path, string? body, string? token)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), Root + path) { Content = body is null ? null : new StringContent(body) };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return await SendAsync(emulator, request);
    }

    private static async Task<(HttpStatusCode Status, JsonObject Answer)> SendAsync(TestEmulator emulator, HttpRequestMessage request)
    {
        using var response = await emulator.Client.SendAsync(request);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject());
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => Now;

        public override long GetTimestamp() => Now.Ticks;
    }
}
