using System.Runtime.InteropServices;

namespace GenesysLambdas.Local.Emulator;

/// <summary>
/// A function's configuration, with the fields that make sense for a local function
/// (<see href="https://docs.aws.amazon.com/lambda/latest/api/API_FunctionConfiguration.html">FunctionConfiguration</see>).
/// </summary>
internal sealed class FunctionConfiguration(string handler, TimeSpan timeout)
{
    public const int MemoryMegabytes = 256;

    private readonly string _lastModified = DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ss.fff") + "+0000";

    public JsonObject Summary(LookupContract contract, string? qualifier) => new()
    {
        ["FunctionName"] = contract.Function,
        ["FunctionArn"] = FunctionName.Arn(contract.Function) + (qualifier is null ? "" : ":" + qualifier),
        ["Runtime"] = "dotnet10",
        ["Role"] = $"arn:aws:iam::{LocalAws.Account}:role/local-emulator",
        ["Handler"] = handler,
        ["Description"] = contract.Description,
        ["Timeout"] = (int)Math.Ceiling(timeout.TotalSeconds),
        ["MemorySize"] = MemoryMegabytes,
        ["LastModified"] = _lastModified,
        ["Version"] = FunctionName.Version(qualifier),

        // No other settings: values from --env may be secret.
        ["Environment"] = new JsonObject { ["Variables"] = new JsonObject { [HostSettings.Handler] = contract.Method } },
        ["TracingConfig"] = new JsonObject { ["Mode"] = "PassThrough" },
        ["PackageType"] = "Zip",
        ["Architectures"] = new JsonArray(RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "arm64" : "x86_64"),
        ["LoggingConfig"] = new JsonObject { ["LogFormat"] = "Text", ["LogGroup"] = "/aws/lambda/" + contract.Function },
    };

    // ListFunctions does not return a state (https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctions.html).
    public JsonObject Describe(LookupContract contract, string? qualifier)
    {
        var configuration = Summary(contract, qualifier);
        configuration["State"] = "Active";
        configuration["LastUpdateStatus"] = "Successful";
        return configuration;
    }
}
