namespace GenesysLambdas.Local;

/// <summary>The emulated AWS account.</summary>
public static class LocalAws
{
    public const string Region = "us-east-1";

    public const string SecretsEndpointSetting = "AWS_ENDPOINT_URL_SECRETS_MANAGER";

    internal const string Account = "000000000000";

    public const string RequestIdHeader = "x-amzn-RequestId";

    /// <summary>The path of Lambda's Invoke operation.</summary>
    public static string InvokePath(string function) => $"/2015-03-31/functions/{Uri.EscapeDataString(function)}/invocations";
}
