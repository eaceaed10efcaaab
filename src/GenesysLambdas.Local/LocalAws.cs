namespace GenesysLambdas.Local;

/// <summary>The AWS account that this program stands for.</summary>
public static class LocalAws
{
    /// <summary>The region in the ARNs of functions and secrets.</summary>
    public const string Region = "us-east-1";

    /// <summary>The setting with the address of Secrets Manager.</summary>
    public const string SecretsEndpointSetting = "AWS_ENDPOINT_URL_SECRETS_MANAGER";

    internal const string Account = "000000000000";

    /// <summary>The header with the id of a request in every answer of AWS.</summary>
    public const string RequestIdHeader = "x-amzn-RequestId";

    /// <summary>The path of Lambda's Invoke operation for a function.</summary>
    public static string InvokePath(string function) => $"/2015-03-31/functions/{Uri.EscapeDataString(function)}/invocations";
}
