using System.Text.Json.Nodes;
using GenesysLambdas.Local.SecretsManager;

namespace GenesysLambdas.Local.Tests.SecretsManager;

/// <summary>Rules and errors are from https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_UpdateSecretVersionStage.html.</summary>
public class SecretRotationTests
{
    private const string Current = "AWSCURRENT";
    private const string Pending = "AWSPENDING";
    private const string Previous = "AWSPREVIOUS";

    [Fact]
    public async Task The_version_before_AWSCURRENT_becomes_AWSPREVIOUS()
    {
        await using var emulator = await StartAsync();

        var answer = await emulator.DoAsync("UpdateSecretVersionStage", """{"SecretId":"mine","VersionStage":"AWSCURRENT","RemoveFromVersionId":"v2","MoveToVersionId":"v3"}""");

        Assert.Equal("mine", (string?)answer["Name"]);
        Assert.Equal("""{"v2":["AWSPREVIOUS"],"v3":["AWSPENDING","AWSCURRENT"]}""", await StagesAsync(emulator));
        Assert.Equal("3", (string?)(await emulator.DoAsync("GetSecretValue", """{"SecretId":"mine"}"""))["SecretString"]);
        Assert.Equal("2", (string?)(await emulator.DoAsync("GetSecretValue", """{"SecretId":"mine","VersionStage":"AWSPREVIOUS"}"""))["SecretString"]);
    }

    [Fact]
    public async Task A_rotation_can_be_undone()
    {
        await using var emulator = await StartAsync();
        await emulator.DoAsync("UpdateSecretVersionStage", """{"SecretId":"mine","VersionStage":"AWSCURRENT","RemoveFromVersionId":"v2","MoveToVersionId":"v3"}""");

        await emulator.DoAsync("UpdateSecretVersionStage", """{"SecretId":"mine","VersionStage":"AWSCURRENT","RemoveFromVersionId":"v3","MoveToVersionId":"v2"}""");

        Assert.Equal("""{"v2":["AWSCURRENT"],"v3":["AWSPENDING","AWSPREVIOUS"]}""", await StagesAsync(emulator));
    }

    [Theory]
    [InlineData(Pending, "v3", null, """{"v1":["AWSPREVIOUS"],"v2":["AWSCURRENT"]}""")]
    [InlineData(Previous, "v1", null, """{"v2":["AWSCURRENT"],"v3":["AWSPENDING"]}""")]
    [InlineData(Previous, "v1", "v3", """{"v2":["AWSCURRENT"],"v3":["AWSPENDING","AWSPREVIOUS"]}""")]
    [InlineData("mine", null, "v1", """{"v1":["AWSPREVIOUS","mine"],"v2":["AWSCURRENT"],"v3":["AWSPENDING"]}""")]
    [InlineData(Pending, null, "v3", """{"v1":["AWSPREVIOUS"],"v2":["AWSCURRENT"],"v3":["AWSPENDING"]}""")]
    [InlineData(Current, "v2", "v2", """{"v1":["AWSPREVIOUS"],"v2":["AWSCURRENT"],"v3":["AWSPENDING"]}""")]
    public async Task Stages_can_be_added_moved_and_removed(string stage, string? from, string? to, string stages)
    {
        await using var emulator = await StartAsync();

        await emulator.DoAsync("UpdateSecretVersionStage", Request(stage, from, to));

        Assert.Equal(stages, await StagesAsync(emulator));
    }

    [Theory]
    [InlineData(Current, null, "v3", "InvalidParameterException")]
    [InlineData(Pending, null, "v2", "InvalidParameterException")]
    [InlineData(Current, "v1", "v3", "InvalidParameterException")]
    [InlineData(Current, "v2", null, "InvalidParameterException")]
    [InlineData("mine", "v2", "v3", "InvalidParameterException")]
    [InlineData("mine", "v2", null, "InvalidParameterException")]
    [InlineData(Current, null, null, "InvalidParameterException")]
    [InlineData(Current, "v2", "v9", "ResourceNotFoundException")]
    [InlineData(Current, "v9", "v3", "ResourceNotFoundException")]
    [InlineData("", "v2", "v3", "InvalidParameterException")]
    public async Task A_refused_stage_change_changes_nothing(string stage, string? from, string? to, string type)
    {
        await using var emulator = await StartAsync();

        Assert.Equal(type, await emulator.FailAsync("UpdateSecretVersionStage", Request(stage, from, to)));
        Assert.Equal("""{"v1":["AWSPREVIOUS"],"v2":["AWSCURRENT"],"v3":["AWSPENDING"]}""", await StagesAsync(emulator));
    }

    [Theory]
    [InlineData("""{"SecretId":"none","VersionStage":"AWSCURRENT","MoveToVersionId":"v1"}""", "ResourceNotFoundException")]
    [InlineData("""{"SecretId":"mine"}""", "InvalidParameterException")]
    [InlineData("""{"SecretId":"mine","VersionStage":5}""", "InvalidParameterException")]
    public async Task Missing_parameters_are_refused(string body, string type)
    {
        await using var emulator = await StartAsync();

        Assert.Equal(type, await emulator.FailAsync("UpdateSecretVersionStage", body));
    }

    [Fact]
    public async Task A_version_has_at_most_20_stages_of_at_most_256_characters()
    {
        await using var emulator = await StartAsync();
        var names = Enumerable.Range(0, 21).Select(i => (JsonNode)$"stage{i}").ToArray();
        string Put(IEnumerable<JsonNode> stages) =>
            new JsonObject { ["SecretId"] = "mine", ["SecretString"] = "4", ["ClientRequestToken"] = "v4", ["VersionStages"] = new JsonArray([.. stages.Select(stage => stage.DeepClone())]) }.ToJsonString();

        Assert.Equal("ValidationException", await emulator.FailAsync("PutSecretValue", Put(names)));
        Assert.Equal("ValidationException", await emulator.FailAsync("PutSecretValue", Put([new string('s', 257)])));
        await emulator.DoAsync("PutSecretValue", Put(names[..20]));
        Assert.Equal("LimitExceededException", await emulator.FailAsync("UpdateSecretVersionStage", Request(Pending, "v3", "v4")));
        Assert.Equal("ValidationException", await emulator.FailAsync("UpdateSecretVersionStage", Request(new string('s', 257), null, "v1")));
    }

    [Fact]
    public async Task A_deleted_secret_cannot_be_rotated()
    {
        await using var emulator = await StartAsync();
        await emulator.DoAsync("DeleteSecret", """{"SecretId":"mine"}""");

        Assert.Equal("InvalidRequestException", await emulator.FailAsync("UpdateSecretVersionStage", Request(Current, "v2", "v3")));
    }

    [Fact]
    public async Task A_stand_in_accepts_a_pending_token()
    {
        await using var emulator = await TestEmulator.StartAsync();
        var store = emulator.Emulator.Secrets;
        const string secret = "genesys-lambdas/crm-api";
        var before = store.Get(secret).Version.Id;
        Task<bool> AcceptsAsync(string token) => IsAcceptedAsync(emulator, token);

        var pending = store.Put(secret, new SecretValue("pending-4711"), stages: [Pending]).Version.Id;
        Assert.Equal((true, true), (await AcceptsAsync("local-crm-token"), await AcceptsAsync("pending-4711")));

        store.Use(secret, stored =>
        {
            stored.ChangeStage(Current, before, pending);
            return stored;
        });
        Assert.Equal((false, true), (await AcceptsAsync("local-crm-token"), await AcceptsAsync("pending-4711")));

        store.Put(secret, new SecretValue("next-4711"));
        Assert.Equal((false, true), (await AcceptsAsync("pending-4711"), await AcceptsAsync("next-4711")));
    }

    private static async Task<bool> IsAcceptedAsync(TestEmulator emulator, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/stand-ins/crm-api/api/customer/lookup") { Content = new StringContent("{}") };
        request.Headers.Add("Authorization", "Bearer " + token);
        using var response = await emulator.Client.SendAsync(request);
        return response.StatusCode != System.Net.HttpStatusCode.Unauthorized;
    }

    /// <summary>An emulator with a secret of three versions: previous, current and pending.</summary>
    private static async Task<TestEmulator> StartAsync()
    {
        var emulator = await TestEmulator.StartAsync();
        await emulator.DoAsync("CreateSecret", """{"Name":"mine","SecretString":"1","ClientRequestToken":"v1"}""");
        await emulator.DoAsync("PutSecretValue", """{"SecretId":"mine","SecretString":"2","ClientRequestToken":"v2"}""");
        await emulator.DoAsync("PutSecretValue", """{"SecretId":"mine","SecretString":"3","ClientRequestToken":"v3","VersionStages":["AWSPENDING"]}""");
        return emulator;
    }

    private static string Request(string stage, string? from, string? to)
    {
        var request = new JsonObject { ["SecretId"] = "mine", ["VersionStage"] = stage };
        if (from is not null)
        {
            request["RemoveFromVersionId"] = from;
        }

        if (to is not null)
        {
            request["MoveToVersionId"] = to;
        }

        return request.ToJsonString();
    }

    private static async Task<string> StagesAsync(TestEmulator emulator) =>
        (await emulator.DoAsync("DescribeSecret", """{"SecretId":"mine"}"""))["VersionIdsToStages"]!.ToJsonString();
}
