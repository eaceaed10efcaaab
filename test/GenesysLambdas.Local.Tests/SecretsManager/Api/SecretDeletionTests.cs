using System.Net;

namespace GenesysLambdas.Local.Tests.SecretsManager.Api;

/// <summary>From https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DeleteSecret.html and, for the rest, moto 5.2.1.</summary>
public class SecretDeletionTests
{
    private const string Mine = """{"SecretId":"mine"}""";

    [Theory]
    [InlineData("""{"SecretId":"mine"}""", 30)]
    [InlineData("""{"SecretId":"mine","RecoveryWindowInDays":7}""", 7)]
    [InlineData("""{"SecretId":"mine","RecoveryWindowInDays":30}""", 30)]
    public async Task A_secret_can_be_deleted_and_restored(string request, int days)
    {
        await using var emulator = await StartAsync();

        var deleted = await emulator.DoAsync("DeleteSecret", request);
        var described = await emulator.DoAsync("DescribeSecret", Mine);
        var listed = await emulator.DoAsync("ListSecrets", "{}");
        var planned = await emulator.DoAsync("ListSecrets", """{"IncludePlannedDeletion":true}""");
        await emulator.DoAsync("RestoreSecret", Mine);
        var read = await emulator.DoAsync("GetSecretValue", Mine);

        Assert.InRange((double)deleted["DeletionDate"]!, DateTimeOffset.UtcNow.AddDays(days).AddMinutes(-5).ToUnixTimeSeconds(), DateTimeOffset.UtcNow.AddDays(days).ToUnixTimeSeconds() + 1);
        Assert.Equal((double)deleted["DeletionDate"]!, (double)described["DeletedDate"]!);
        Assert.DoesNotContain(listed["SecretList"]!.AsArray(), secret => (string?)secret!["Name"] == "mine");
        Assert.Contains(planned["SecretList"]!.AsArray(), secret => (string?)secret!["Name"] == "mine");
        Assert.Equal("1", (string?)read["SecretString"]);
    }

    [Theory]
    [InlineData("GetSecretValue", Mine)]
    [InlineData("PutSecretValue", """{"SecretId":"mine","SecretString":"2"}""")]
    [InlineData("UpdateSecret", """{"SecretId":"mine","Description":"2"}""")]
    [InlineData("DeleteSecret", Mine)]
    [InlineData("RotateSecret", Mine)]
    [InlineData("GetResourcePolicy", Mine)]
    [InlineData("CreateSecret", """{"Name":"mine","SecretString":"2"}""")]
    public async Task A_deleted_secret_cannot_be_read_or_changed(string operation, string body)
    {
        await using var emulator = await StartAsync();
        await emulator.DoAsync("DeleteSecret", Mine);

        Assert.Equal("InvalidRequestException", await emulator.FailAsync(operation, body));
    }

    [Fact]
    public async Task Deletion_without_recovery_frees_the_name()
    {
        await using var emulator = await StartAsync();
        const string Force = """{"SecretId":"mine","ForceDeleteWithoutRecovery":true}""";
        await emulator.DoAsync("DeleteSecret", Mine);

        await emulator.DoAsync("DeleteSecret", Force);
        var again = await emulator.DoAsync("DeleteSecret", Force);

        Assert.Equal("mine", (string?)again["Name"]);
        Assert.Equal("ResourceNotFoundException", await emulator.FailAsync("DescribeSecret", Mine));
        Assert.Equal("ResourceNotFoundException", await emulator.FailAsync("RestoreSecret", Mine));
        await emulator.DoAsync("CreateSecret", """{"Name":"mine","SecretString":"2"}""");
    }

    [Theory]
    [InlineData("""{"SecretId":"mine","RecoveryWindowInDays":6}""", "InvalidParameterException")]
    [InlineData("""{"SecretId":"mine","RecoveryWindowInDays":31}""", "InvalidParameterException")]
    [InlineData("""{"SecretId":"mine","RecoveryWindowInDays":7,"ForceDeleteWithoutRecovery":true}""", "InvalidParameterException")]
    [InlineData("""{"SecretId":"mine","ForceDeleteWithoutRecovery":"yes"}""", "InvalidParameterException")]
    [InlineData("""{"SecretId":"none"}""", "ResourceNotFoundException")]
    public async Task Invalid_deletions_are_refused(string request, string type)
    {
        await using var emulator = await StartAsync();

        Assert.Equal(type, await emulator.FailAsync("DeleteSecret", request));
    }

    [Fact]
    public async Task A_stand_in_with_a_deleted_secret_refuses_every_token()
    {
        await using var emulator = await TestEmulator.StartAsync();
        await emulator.DoAsync("DeleteSecret", """{"SecretId":"genesys-lambdas/weather-api"}""");

        using var response = await emulator.Client.GetAsync("/stand-ins/weather-api/data/2.5/weather?q=Paris&appid=local-weather-key");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    private static async Task<TestEmulator> StartAsync()
    {
        var emulator = await TestEmulator.StartAsync();
        await emulator.DoAsync("CreateSecret", """{"Name":"mine","SecretString":"1"}""");
        return emulator;
    }
}
