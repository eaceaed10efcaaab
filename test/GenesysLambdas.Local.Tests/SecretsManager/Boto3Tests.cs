using System.ComponentModel;
using System.Diagnostics;

namespace GenesysLambdas.Local.Tests.SecretsManager;

/// <summary>AWS's SDK for Python, if this machine has it.</summary>
public class Boto3Tests
{
    private const string Script = """
        import sys, boto3
        from botocore.exceptions import ClientError
        def client(service):
            return boto3.client(service, endpoint_url=sys.argv[1], region_name="us-east-1", aws_access_key_id="local", aws_secret_access_key="local")
        functions = client("lambda")
        pages = functions.get_paginator("list_functions").paginate(PaginationConfig={"PageSize": 1})
        names = [function["FunctionName"] for page in pages for function in page["Functions"]]
        print("functions", *names)
        for waiter in "function_active", "function_active_v2", "function_updated", "function_updated_v2", "function_exists":
            functions.get_waiter(waiter).wait(FunctionName=names[0], WaiterConfig={"Delay": 1, "MaxAttempts": 1})
        try:
            functions.get_policy(FunctionName=names[0])
        except functions.exceptions.ResourceNotFoundException as error:
            print("policy", error.response["ResponseMetadata"]["HTTPStatusCode"], len(error.response["ResponseMetadata"]["RequestId"]))
        try:
            functions.invoke(FunctionName=names[0], InvocationType="Event", Payload=b'"' + b"x" * 1048576 + b'"')
        except ClientError as error:
            print("event", error.response["Error"]["Code"])
        secrets = client("secretsmanager")
        secrets.create_secret(Name="mine", SecretString="1")
        deleted = secrets.delete_secret(SecretId="mine", RecoveryWindowInDays=7)
        print("deleted", deleted["DeletionDate"] > secrets.describe_secret(SecretId="mine")["CreatedDate"])
        try:
            secrets.get_secret_value(SecretId="mine")
        except secrets.exceptions.InvalidRequestException as error:
            print("read", error.response["Error"]["Message"])
        """;

    [Fact]
    public async Task Waiters_paginators_and_exceptions_work()
    {
        await using var emulator = await TestEmulator.StartAsync();

        var output = await RunAsync(emulator.Emulator.Endpoint);

        Assert.SkipWhen(output is null, "Python with boto3 is not on this machine.");
        Assert.Equal(
            [
                "functions " + string.Join(' ', TestContracts.All.Select(contract => contract.Function)),
                "policy 404 36",
                "event RequestEntityTooLargeException",
                "deleted True",
                "read You can't perform this operation on the secret because it was marked for deletion.",
            ],
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    private static async Task<string?> RunAsync(Uri endpoint)
    {
        try
        {
            using var python = Process.Start(new ProcessStartInfo("python3", ["-c", Script, endpoint.ToString().TrimEnd('/')])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["AWS_CONFIG_FILE"] = "/dev/null", ["AWS_MAX_ATTEMPTS"] = "1" },
            })!;
            var (output, error) = (python.StandardOutput.ReadToEndAsync(), python.StandardError.ReadToEndAsync());
            await python.WaitForExitAsync();
            // On Windows, python3 may be a stub that only says where to get it.
            return (await error).Contains("No module named", StringComparison.Ordinal) || python.ExitCode == 9009 ? null : await output + await error;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
