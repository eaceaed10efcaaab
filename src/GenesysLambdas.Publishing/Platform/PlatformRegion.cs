namespace GenesysLambdas.Publishing.Platform;

/// <summary>The region of a Genesys Cloud organization.</summary>
public sealed record PlatformRegion(string Domain)
{
    /// <summary>The variable with the name of the AWS region, as Genesys Cloud's Terraform provider reads it.</summary>
    public const string NameVariable = "GENESYSCLOUD_REGION";

    /// <summary>The variable with the domain itself, as the functions read it.</summary>
    public const string DomainVariable = "GENESYS_REGION_DOMAIN";

    // Genesys Cloud's Terraform provider, genesyscloud/provider/provider.go.
    private static readonly Dictionary<string, string> Domains = new(StringComparer.OrdinalIgnoreCase)
    {
        ["us-east-1"] = "mypurecloud.com",
        ["us-east-2"] = "use2.us-gov-pure.cloud",
        ["us-west-2"] = "usw2.pure.cloud",
        ["ca-central-1"] = "cac1.pure.cloud",
        ["mx-central-1"] = "mxc1.pure.cloud",
        ["sa-east-1"] = "sae1.pure.cloud",
        ["eu-west-1"] = "mypurecloud.ie",
        ["eu-west-2"] = "euw2.pure.cloud",
        ["eu-central-1"] = "mypurecloud.de",
        ["eu-central-2"] = "euc2.pure.cloud",
        ["eusc-de-east-1"] = "edee1.eusc-pure.cloud",
        ["me-central-1"] = "mec1.pure.cloud",
        ["ap-south-1"] = "aps1.pure.cloud",
        ["ap-southeast-1"] = "apse1.pure.cloud",
        ["ap-southeast-2"] = "mypurecloud.com.au",
        ["ap-northeast-1"] = "mypurecloud.jp",
        ["ap-northeast-2"] = "apne2.pure.cloud",
        ["ap-northeast-3"] = "apne3.pure.cloud",
    };

    public Uri Api => new($"https://api.{Domain}/");

    public Uri Token => new($"https://login.{Domain}/oauth/token");

    /// <summary>The region that the environment names, by its domain or by its AWS region.</summary>
    public static PlatformRegion Read(Func<string, string?> environment)
    {
        var domain = environment(DomainVariable)?.Trim() is { Length: > 0 } given ? CheckDomain(given) : null;
        var name = environment(NameVariable)?.Trim() is { Length: > 0 } region ? DomainOf(region) : null;
        return domain is not null && name is not null && domain != name
            ? throw new ToolException($"{DomainVariable} says {domain}, but {NameVariable} says {name}: set one of them.")
            : new(domain ?? name ?? throw new ToolException(
                $"Set {NameVariable} to the organization's AWS region, such as us-east-1, "
                + $"or {DomainVariable} to its domain, such as mypurecloud.com."));
    }

    private static string DomainOf(string region) => Domains.TryGetValue(region, out var domain)
        ? domain
        : throw new ToolException(
            $"{NameVariable} is '{region}', which is not an AWS region with Genesys Cloud: {string.Join(", ", Domains.Keys)}. "
            + $"For a domain, set {DomainVariable}.");

    private static string CheckDomain(string domain) =>
        Uri.CheckHostName(domain) == UriHostNameType.Dns && domain.Contains('.', StringComparison.Ordinal) && !HasHost(domain)
            ? domain.ToLowerInvariant()
            : throw new ToolException(
                $"{DomainVariable} is '{domain}'; it must be a domain without https:// and without a host, such as mypurecloud.com or usw2.pure.cloud.");

    private static bool HasHost(string domain) =>
        Array.Exists(["api.", "login.", "apps."], host => domain.StartsWith(host, StringComparison.OrdinalIgnoreCase));
}
