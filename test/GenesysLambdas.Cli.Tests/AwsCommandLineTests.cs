using GenesysLambdas.Cli.Tests.Fakes;

namespace GenesysLambdas.Cli.Tests;

public class AwsCommandLineTests
{
    private const string Missing = "The AWS command line is not on this machine.";

    [Fact]
    public async Task Secrets_are_created_changed_read_described_and_listed()
    {
        Assert.SkipWhen(AwsCommandLine.IsMissing, Missing);
        await using var emulator = await TestEmulator.StartAsync();
        var endpoint = emulator.Emulator.Endpoint;

        var created = await AwsCommandLine.RunAsync(endpoint, "secretsmanager", "create-secret", "--name", "mine", "--secret-string", "1");
        var put = await AwsCommandLine.RunAsync(endpoint, "secretsmanager", "put-secret-value", "--secret-id", "mine", "--secret-string", "2");
        var read = await AwsCommandLine.RunAsync(endpoint, "secretsmanager", "get-secret-value", "--secret-id", (string)created.Output!["ARN"]!);
        var described = await AwsCommandLine.RunAsync(endpoint, "secretsmanager", "describe-secret", "--secret-id", "mine");
        var listed = await AwsCommandLine.RunAsync(endpoint, "secretsmanager", "list-secrets");
        var missing = await AwsCommandLine.RunAsync(endpoint, "secretsmanager", "get-secret-value", "--secret-id", "none");

        Assert.Equal("AWSCURRENT", (string?)put.Output!["VersionStages"]![0]);
        Assert.Equal("2", (string?)read.Output!["SecretString"]);
        Assert.Equal(2, described.Output!["VersionIdsToStages"]!.AsObject().Count);
        Assert.Contains(listed.Output!["SecretList"]!.AsArray(), secret => (string?)secret!["Name"] == "mine");
        Assert.NotEqual(0, missing.ExitCode);
        Assert.Contains("ResourceNotFoundException", missing.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_function_is_invoked()
    {
        Assert.SkipWhen(AwsCommandLine.IsMissing, Missing);
        await using var emulator = await TestEmulator.StartAsync("echoes");
        var endpoint = emulator.Emulator.Endpoint;
        var folder = Directory.CreateTempSubdirectory();
        var (request, answer) = (Path.Combine(folder.FullName, "event.json"), Path.Combine(folder.FullName, "answer.json"));
        await File.WriteAllTextAsync(request, """{"inputs":{"city_name":"São Paulo"}}""");

        var invoked = await AwsCommandLine.RunAsync(
            endpoint, "lambda", "invoke", "--function-name", "arn:aws:lambda:us-east-1:000000000000:function:CurrentWeatherFunction", "--log-type", "Tail", "--payload", "fileb://" + request, answer);
        var refused = await AwsCommandLine.RunAsync(endpoint, "lambda", "invoke", "--function-name", "NoFunction", answer + ".none");

        Assert.Equal(200, (int?)invoked.Output?["StatusCode"]);
        Assert.Equal("$LATEST", (string?)invoked.Output?["ExecutedVersion"]);
        Assert.NotEmpty((string)invoked.Output!["LogResult"]!);
        Assert.Equal("""{"inputs":{"city_name":"São Paulo"}}""", await File.ReadAllTextAsync(answer));
        Assert.Contains("ResourceNotFoundException", refused.Error, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }
}
