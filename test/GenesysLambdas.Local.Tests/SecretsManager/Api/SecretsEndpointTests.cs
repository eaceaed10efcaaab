using System.Net;
using System.Text.Json.Nodes;

namespace GenesysLambdas.Local.Tests.SecretsManager.Api;

public class SecretsEndpointTests
{
    [Fact]
    public async Task The_stand_ins_secrets_exist()
    {
        await using var emulator = await TestEmulator.StartAsync();

        var (status, secret) = await emulator.CallAsync("GetSecretValue", """{"SecretId":"genesys-lambdas/crm-api"}""");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("genesys-lambdas/crm-api", (string?)secret["Name"]);
        Assert.Equal("local-crm-token", (string?)secret["SecretString"]);
        Assert.Equal("""["AWSCURRENT"]""", secret["VersionStages"]!.ToJsonString());
        Assert.True(Guid.TryParse((string?)secret["VersionId"], out _));
        Assert.InRange((double)secret["CreatedDate"]!, DateTimeOffset.UtcNow.AddMinutes(-5).ToUnixTimeSeconds(), DateTimeOffset.UtcNow.AddMinutes(1).ToUnixTimeSeconds());
    }

    [Fact]
    public async Task A_secret_can_be_created_described_listed_changed_and_read()
    {
        await using var emulator = await TestEmulator.StartAsync();

        var (_, created) = await emulator.CallAsync("CreateSecret", """{"Name":"mine","Description":"Mine","SecretString":"1","ClientRequestToken":"v1"}""");
        var (_, put) = await emulator.CallAsync("PutSecretValue", """{"SecretId":"mine","SecretBinary":"AQID","ClientRequestToken":"v2"}""");
        var (_, read) = await emulator.CallAsync("GetSecretValue", new JsonObject { ["SecretId"] = (string?)created["ARN"] }.ToJsonString());
        var (_, before) = await emulator.CallAsync("GetSecretValue", """{"SecretId":"mine","VersionStage":"AWSPREVIOUS"}""");
        var (_, described) = await emulator.CallAsync("DescribeSecret", """{"SecretId":"mine"}""");
        var (_, listed) = await emulator.CallAsync("ListSecrets", "{}");

        Assert.Equal("v1", (string?)created["VersionId"]);
        Assert.Equal("""["AWSCURRENT"]""", put["VersionStages"]!.ToJsonString());
        Assert.Equal("AQID", (string?)read["SecretBinary"]);
        Assert.Null(read["SecretString"]);
        Assert.Equal("1", (string?)before["SecretString"]);
        Assert.Equal("""{"v1":["AWSPREVIOUS"],"v2":["AWSCURRENT"]}""", described["VersionIdsToStages"]!.ToJsonString());
        Assert.Equal("Mine", (string?)described["Description"]);
        Assert.Contains(listed["SecretList"]!.AsArray(), secret => (string?)secret!["Name"] == "mine");
    }

    [Fact]
    public async Task A_list_comes_in_pages()
    {
        await using var emulator = await TestEmulator.StartAsync();
        var names = new List<string>();

        for (string? token = null; token is not null || names.Count == 0;)
        {
            var (_, page) = await emulator.CallAsync("ListSecrets", new JsonObject { ["MaxResults"] = 1, ["NextToken"] = token }.ToJsonString());
            names.Add((string)page["SecretList"]!.AsArray().Single()!["Name"]!);
            token = (string?)page["NextToken"];
        }

        Assert.Equal(emulator.Emulator.Secrets.List().Select(secret => secret.Name), names);
    }

    [Theory]
    [InlineData("GetSecretValue", """{"SecretId":"none"}""", "ResourceNotFoundException")]
    [InlineData("GetSecretValue", "{}", "InvalidParameterException")]
    [InlineData("GetSecretValue", """{"SecretId":5}""", "InvalidParameterException")]
    [InlineData("GetSecretValue", "[]", "SerializationException")]
    [InlineData("GetSecretValue", "{", "SerializationException")]
    [InlineData("PutSecretValue", """{"SecretId":"none","SecretString":"1"}""", "ResourceNotFoundException")]
    [InlineData("PutSecretValue", """{"SecretId":"genesys-lambdas/crm-api"}""", "InvalidParameterException")]
    [InlineData("PutSecretValue", """{"SecretId":"genesys-lambdas/crm-api","SecretString":"1","SecretBinary":"AQID"}""", "InvalidParameterException")]
    [InlineData("PutSecretValue", """{"SecretId":"genesys-lambdas/crm-api","SecretBinary":"*"}""", "InvalidParameterException")]
    [InlineData("CreateSecret", """{"Name":"genesys-lambdas/crm-api","SecretString":"1"}""", "ResourceExistsException")]
    [InlineData("CreateSecret", """{"Name":"a b","SecretString":"1"}""", "InvalidParameterException")]
    [InlineData("ListSecrets", """{"NextToken":"x"}""", "InvalidNextTokenException")]
    [InlineData("ListSecrets", """{"Filters":[{"Key":"name","Values":["a"]}]}""", "InvalidParameterException")]
    [InlineData("ReplicateSecretToRegions", """{"SecretId":"genesys-lambdas/crm-api"}""", "UnknownOperationException")]
    public async Task Invalid_requests_are_refused_with_AWSs_error_names(string operation, string body, string type)
    {
        await using var emulator = await TestEmulator.StartAsync();

        var (status, error) = await emulator.CallAsync(operation, body);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(type, (string?)error["__type"]);
        Assert.NotEmpty((string)error["Message"]!);
    }

    [Theory]
    [InlineData(null, "MissingAuthenticationTokenException")]
    [InlineData("Bearer token", "IncompleteSignatureException")]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKID", "IncompleteSignatureException")]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKID/20260101/us-east-1/secretsmanager/aws4_request, SignedHeaders=host;x-amz-date", "IncompleteSignatureException")]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKID/20260101/us-east-1/secretsmanager/aws4_request, SignedHeaders=host;x-amz-date, Signature=short", "IncompleteSignatureException")]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKID/20260101/us-east-1/secretsmanager/aws4_request, SignedHeaders=host, Signature=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "IncompleteSignatureException")]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKID/20260101/us-east-1/lambda/aws4_request, SignedHeaders=host;x-amz-date, Signature=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "InvalidSignatureException")]
    public async Task Badly_signed_requests_are_refused(string? authorization, string type)
    {
        await using var emulator = await TestEmulator.StartAsync();

        var (status, error) = await emulator.CallAsync("ListSecrets", "{}", authorization);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(type, (string?)error["__type"]);
    }
}
