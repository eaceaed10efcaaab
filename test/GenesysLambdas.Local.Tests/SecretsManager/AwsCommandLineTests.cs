using System.Text.Json.Nodes;

namespace GenesysLambdas.Local.Tests.SecretsManager;

public class AwsCommandLineTests
{
    private const string Weather = "genesys-lambdas/weather-api";
    private const string Missing = "The AWS command line is not on this machine.";

    [Fact]
    public async Task It_creates_changes_reads_describes_and_lists_secrets()
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
    public async Task It_invokes_a_function()
    {
        Assert.SkipWhen(AwsCommandLine.IsMissing, Missing);
        await using var emulator = await TestEmulator.StartAsync("echoes");
        var endpoint = emulator.Emulator.Endpoint;
        var folder = Directory.CreateTempSubdirectory();
        var (request, answer) = (Path.Combine(folder.FullName, "event.json"), Path.Combine(folder.FullName, "answer.json"));
        await File.WriteAllTextAsync(request, """{"inputs":{"city_name":"São Paulo"}}""");

        var invoked = await AwsCommandLine.RunAsync(
            endpoint, "lambda", "invoke", "--function-name", "arn:aws:lambda:us-east-1:000000000000:function:CurrentWeatherFunction", "--log-type", "Tail", "--payload", "fileb://" + request, answer);
        var released = await AwsCommandLine.RunAsync(
            endpoint, "lambda", "invoke", "--function-name", "genesys-lambdas-current-weather", "--qualifier", "live", "--payload", "fileb://" + request, answer + ".live");
        var refused = await AwsCommandLine.RunAsync(endpoint, "lambda", "invoke", "--function-name", "NoFunction", answer + ".none");

        Assert.Equal(200, (int?)invoked.Output?["StatusCode"]);
        Assert.Equal("$LATEST", (string?)invoked.Output?["ExecutedVersion"]);
        Assert.NotEmpty((string)invoked.Output!["LogResult"]!);
        Assert.Equal("""{"inputs":{"city_name":"São Paulo"}}""", await File.ReadAllTextAsync(answer));
        Assert.Equal((200, "$LATEST"), ((int?)released.Output?["StatusCode"], (string?)released.Output?["ExecutedVersion"]));
        Assert.Contains("ResourceNotFoundException", refused.Error, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task It_describes_functions_and_waits_for_them()
    {
        Assert.SkipWhen(AwsCommandLine.IsMissing, Missing);
        await using var emulator = await TestEmulator.StartAsync();
        Task<(int ExitCode, JsonNode? Output, string Error)> LambdaAsync(params string[] arguments) =>
            AwsCommandLine.RunAsync(emulator.Emulator.Endpoint, ["lambda", .. arguments]);

        var listed = await LambdaAsync("list-functions", "--page-size", "1");
        var got = await LambdaAsync("get-function", "--function-name", TestEmulator.Function);
        var configuration = await LambdaAsync("get-function-configuration", "--function-name", TestEmulator.Function);
        var aliases = await LambdaAsync("list-aliases", "--function-name", TestEmulator.Function);
        var policy = await LambdaAsync("get-policy", "--function-name", TestEmulator.Function);
        var active = await LambdaAsync("wait", "function-active-v2", "--function-name", TestEmulator.Function);
        var updated = await LambdaAsync("wait", "function-updated-v2", "--function-name", TestEmulator.Function);
        var layers = await LambdaAsync("list-layers");

        Assert.Equal(TestContracts.All.Select(contract => contract.Function), listed.Output!["Functions"]!.AsArray().Select(function => (string?)function!["FunctionName"]));
        Assert.Equal("Active", (string?)got.Output!["Configuration"]!["State"]);
        Assert.Equal("Successful", (string?)configuration.Output!["LastUpdateStatus"]);
        Assert.Empty(aliases.Output!["Aliases"]!.AsArray());
        Assert.Contains("(ResourceNotFoundException) when calling the GetPolicy operation: The resource you requested does not exist.", policy.Error, StringComparison.Ordinal);
        Assert.Equal((0, 0), (active.ExitCode, updated.ExitCode));
        Assert.Contains("(UnknownOperationException) when calling the ListLayers operation: The emulator does not support the operation GET /2018-10-31/layers.", layers.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_updates_deletes_and_restores_secrets()
    {
        Assert.SkipWhen(AwsCommandLine.IsMissing, Missing);
        await using var emulator = await TestEmulator.StartAsync();
        const string Id = "genesys-lambdas/weather-api";
        Task<(int ExitCode, JsonNode? Output, string Error)> SecretsAsync(params string[] arguments) =>
            AwsCommandLine.RunAsync(emulator.Emulator.Endpoint, ["secretsmanager", .. arguments]);

        await SecretsAsync("update-secret", "--secret-id", Id, "--secret-string", "2");
        var versions = await SecretsAsync("list-secret-version-ids", "--secret-id", Id);
        var policy = await SecretsAsync("get-resource-policy", "--secret-id", Id);
        var rotated = await SecretsAsync("rotate-secret", "--secret-id", Id);
        var deleted = await SecretsAsync("delete-secret", "--secret-id", Id, "--recovery-window-in-days", "7");
        var batch = await SecretsAsync("batch-get-secret-value", "--secret-id-list", Id, "genesys-lambdas/crm-api");
        var restored = await SecretsAsync("restore-secret", "--secret-id", Id);
        var described = await SecretsAsync("describe-secret", "--secret-id", Id);
        var gone = await SecretsAsync("delete-secret", "--secret-id", Id, "--force-delete-without-recovery");

        Assert.Equal(2, versions.Output!["Versions"]!.AsArray().Count);
        Assert.Null(policy.Output!["ResourcePolicy"]);
        Assert.Contains("(InvalidRequestException) when calling the RotateSecret operation: No Lambda rotation function ARN is associated with this secret.", rotated.Error, StringComparison.Ordinal);
        Assert.NotNull(deleted.Output!["DeletionDate"]);
        Assert.Equal("InvalidRequestException", (string?)batch.Output!["Errors"]!.AsArray().Single()!["ErrorCode"]);
        Assert.Equal("local-crm-token", (string?)batch.Output["SecretValues"]!.AsArray().Single()!["SecretString"]);
        Assert.Equal(0, restored.ExitCode);
        Assert.Null(described.Output!["DeletedDate"]);
        Assert.Equal(0, gone.ExitCode);
    }

    [Fact]
    public async Task It_rotates_a_secret()
    {
        Assert.SkipWhen(AwsCommandLine.IsMissing, Missing);
        await using var emulator = await TestEmulator.StartAsync();
        var before = emulator.Emulator.Secrets.UseEvenDeleted(Weather, secret => secret).Versions.Single().Id;
        Task<(int ExitCode, JsonNode? Output, string Error)> SecretsAsync(params string[] arguments) =>
            AwsCommandLine.RunAsync(emulator.Emulator.Endpoint, ["secretsmanager", .. arguments]);

        var password = await SecretsAsync("get-random-password", "--password-length", "40", "--exclude-punctuation");
        var value = (string)password.Output!["RandomPassword"]!;
        var put = await SecretsAsync("put-secret-value", "--secret-id", Weather, "--secret-string", value, "--version-stages", "AWSPENDING");
        var version = (string)put.Output!["VersionId"]!;
        var pending = await SecretsAsync("get-secret-value", "--secret-id", Weather, "--version-stage", "AWSPENDING");
        string[] move = ["update-secret-version-stage", "--secret-id", Weather, "--version-stage", "AWSCURRENT", "--move-to-version-id", version];
        var incomplete = await SecretsAsync(move);
        var moved = await SecretsAsync([.. move, "--remove-from-version-id", before]);
        var described = await SecretsAsync("describe-secret", "--secret-id", Weather);

        Assert.Matches("^[A-Za-z0-9]{40}$", value);
        Assert.Equal(value, (string?)pending.Output!["SecretString"]);
        Assert.Contains("(InvalidParameterException) when calling the UpdateSecretVersionStage operation: The parameter RemoveFromVersionId can't be empty.", incomplete.Error, StringComparison.Ordinal);
        Assert.Equal(Weather, (string?)moved.Output!["Name"]);
        Assert.Equal(
            $$"""{"{{before}}":["AWSPREVIOUS"],"{{version}}":["AWSPENDING","AWSCURRENT"]}""",
            new JsonObject(described.Output!["VersionIdsToStages"]!.AsObject().OrderBy(pair => pair.Key != before).Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone()))).ToJsonString());
        Assert.Equal(value, emulator.Emulator.Secrets.Get(Weather).Version.Value.Text);
    }
}
