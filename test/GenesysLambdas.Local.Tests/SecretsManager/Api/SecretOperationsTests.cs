using System.Text.Json.Nodes;

namespace GenesysLambdas.Local.Tests.SecretsManager.Api;

public class SecretOperationsTests
{
    [Fact]
    public async Task Value_and_description_can_be_updated_separately()
    {
        await using var emulator = await StartAsync();

        var both = await emulator.DoAsync("UpdateSecret", """{"SecretId":"mine","SecretString":"2","Description":"Two","ClientRequestToken":"v2"}""");
        var description = await emulator.DoAsync("UpdateSecret", """{"SecretId":"mine","Description":"Still two"}""");
        var read = await emulator.DoAsync("GetSecretValue", """{"SecretId":"mine"}""");
        var described = await emulator.DoAsync("DescribeSecret", """{"SecretId":"mine"}""");

        Assert.Equal("v2", (string?)both["VersionId"]);
        Assert.Null(description["VersionId"]);
        Assert.Equal("2", (string?)read["SecretString"]);
        Assert.Equal("Still two", (string?)described["Description"]);
        Assert.Equal("""{"v1":["AWSPREVIOUS"],"v2":["AWSCURRENT"]}""", described["VersionIdsToStages"]!.ToJsonString());
    }

    [Fact]
    public async Task Versions_are_listed_in_pages()
    {
        await using var emulator = await StartAsync();
        await emulator.DoAsync("PutSecretValue", """{"SecretId":"mine","SecretString":"2","ClientRequestToken":"v2"}""");
        await emulator.DoAsync("PutSecretValue", """{"SecretId":"mine","SecretString":"3","ClientRequestToken":"v3"}""");

        var staged = await emulator.DoAsync("ListSecretVersionIds", """{"SecretId":"mine"}""");
        var first = await emulator.DoAsync("ListSecretVersionIds", """{"SecretId":"mine","IncludeDeprecated":true,"MaxResults":2}""");
        var second = await emulator.DoAsync(
            "ListSecretVersionIds", new JsonObject { ["SecretId"] = "mine", ["IncludeDeprecated"] = true, ["NextToken"] = (string?)first["NextToken"] }.ToJsonString());

        Assert.Equal(["v2", "v3"], Ids(staged));
        Assert.Equal(["v1", "v2"], Ids(first));
        Assert.Equal(["v3"], Ids(second));
        Assert.Null(second["NextToken"]);
        Assert.Equal("mine", (string?)second["Name"]);
        Assert.Equal("""["AWSCURRENT"]""", second["Versions"]![0]!["VersionStages"]!.ToJsonString());
    }

    [Fact]
    public async Task A_batch_has_the_values_and_the_errors()
    {
        await using var emulator = await StartAsync();
        await emulator.DoAsync("CreateSecret", """{"Name":"doomed","SecretString":"1"}""");
        await emulator.DoAsync("DeleteSecret", """{"SecretId":"doomed"}""");

        var batch = await emulator.DoAsync("BatchGetSecretValue", """{"SecretIdList":["mine","none","doomed"]}""");

        Assert.Equal("1", (string?)Assert.Single(batch["SecretValues"]!.AsArray())!["SecretString"]);
        Assert.Equal(
            [("none", "ResourceNotFoundException"), ("doomed", "InvalidRequestException")],
            batch["Errors"]!.AsArray().Select(error => ((string?)error!["SecretId"], (string?)error["ErrorCode"])));
    }

    [Fact]
    public async Task A_secret_has_no_resource_policy()
    {
        await using var emulator = await StartAsync();

        var answer = await emulator.DoAsync("GetResourcePolicy", """{"SecretId":"mine"}""");

        Assert.Equal(["ARN", "Name"], answer.Select(member => member.Key));
    }

    // https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_limits.html
    [Fact]
    public async Task A_value_can_have_65536_bytes()
    {
        await using var emulator = await StartAsync();
        string Text(int bytes) => new JsonObject { ["SecretId"] = "mine", ["SecretString"] = new string('é', bytes / 2) + new string('x', bytes % 2) }.ToJsonString();
        string Binary(int bytes) => new JsonObject { ["SecretId"] = "mine", ["SecretBinary"] = Convert.ToBase64String(new byte[bytes]) }.ToJsonString();

        await emulator.DoAsync("PutSecretValue", Text(65_536));
        await emulator.DoAsync("UpdateSecret", Binary(65_536));

        Assert.Equal("ValidationException", await emulator.FailAsync("PutSecretValue", Text(65_537)));
        Assert.Equal("ValidationException", await emulator.FailAsync("UpdateSecret", Binary(65_537)));
    }

    // The errors of a rotation are from hashicorp/terraform-provider-aws and moto (secretsmanager/models.py).
    [Theory]
    [InlineData("RotateSecret", """{"SecretId":"mine"}""", "InvalidRequestException")]
    [InlineData("RotateSecret", """{"SecretId":"mine","RotationLambdaARN":"arn:aws:lambda:us-east-1:000000000000:function:f"}""", "AccessDeniedException")]
    [InlineData("RotateSecret", """{"SecretId":"none"}""", "ResourceNotFoundException")]
    [InlineData("UpdateSecret", """{"SecretId":"none","SecretString":"1"}""", "ResourceNotFoundException")]
    [InlineData("UpdateSecret", """{"SecretId":"mine","SecretString":"other","ClientRequestToken":"v1"}""", "ResourceExistsException")]
    [InlineData("TagResource", """{"SecretId":"mine","Tags":[{"Key":"a","Value":"b"}]}""", "UnknownOperationException")]
    [InlineData("CreateSecret", """{"Name":"other","Tags":[{"Key":"a","Value":"b"}]}""", "InvalidParameterException")]
    [InlineData("ListSecretVersionIds", """{"SecretId":"mine","NextToken":"x"}""", "InvalidNextTokenException")]
    [InlineData("BatchGetSecretValue", "{}", "InvalidParameterException")]
    [InlineData("BatchGetSecretValue", """{"SecretIdList":["mine"],"Filters":[{"Key":"name","Values":["a"]}]}""", "InvalidParameterException")]
    public async Task Invalid_requests_get_the_same_errors_as_on_AWS(string operation, string body, string type)
    {
        await using var emulator = await StartAsync();

        Assert.Equal(type, await emulator.FailAsync(operation, body));
    }

    [Fact]
    public async Task A_batch_has_at_most_20_secrets()
    {
        await using var emulator = await StartAsync();
        var ids = new JsonArray([.. Enumerable.Repeat("mine", 21).Select(id => (JsonNode)id)]);

        Assert.Equal("ValidationException", await emulator.FailAsync("BatchGetSecretValue", new JsonObject { ["SecretIdList"] = ids }.ToJsonString()));
    }

    private static async Task<TestEmulator> StartAsync()
    {
        var emulator = await TestEmulator.StartAsync();
        await emulator.DoAsync("CreateSecret", """{"Name":"mine","SecretString":"1","ClientRequestToken":"v1"}""");
        return emulator;
    }

    private static IEnumerable<string?> Ids(JsonObject answer) => answer["Versions"]!.AsArray().Select(version => (string?)version!["VersionId"]);
}
