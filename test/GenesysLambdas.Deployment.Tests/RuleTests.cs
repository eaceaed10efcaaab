using GenesysLambdas.Deployment.Tests.Support;

namespace GenesysLambdas.Deployment.Tests;

/// <summary>Combinations of parameters that CloudFormation refuses at once, instead of failing halfway.</summary>
public sealed class RuleTests
{
    private static readonly (string, string) Function = ("UserApiBaseUrl", "https://users.example.com");
    private static readonly (string, string) Organization = ("GenesysOrganizationId", "12345678-90ab-cdef-1234-567890abcdef");

    [Fact]
    public void The_first_deployment_breaks_no_rule() => Assert.Empty(Rules.Broken(Function, Organization));

    [Fact]
    public void A_stack_has_a_function() => Assert.Contains("at least one base URL", Assert.Single(Rules.Broken(Organization)), StringComparison.Ordinal);

    [Theory]
    [InlineData("", "none", false)]
    [InlineData(",", "none", false)]
    [InlineData("", "token", true)]
    [InlineData("12345678-90ab-cdef-1234-567890abcdef", "none", true)]
    [InlineData("12345678-90ab-cdef-1234-567890abcdef,abcdef12-90ab-cdef-1234-567890abcdef", "token", true)]
    public void At_least_one_caller_is_configured(string organizations, string access, bool allowed)
    {
        var broken = Rules.Broken(Function, ("GenesysOrganizationId", organizations), ("HttpAccess", access));

        Assert.Equal(allowed ? [] : ["Set GenesysOrganizationId or HttpAccess. With neither, nothing can call the functions."], broken);
    }

    [Fact]
    public void Subnets_need_security_groups()
    {
        var subnets = ("VpcSubnetIds", "subnet-1,subnet-2");

        Assert.Contains("VpcSecurityGroupIds", Assert.Single(Rules.Broken(Function, Organization, subnets)), StringComparison.Ordinal);
        Assert.Empty(Rules.Broken(Function, Organization, subnets, ("VpcSecurityGroupIds", "sg-1")));
    }

    [Fact]
    public void A_JWT_is_checked_for_its_issuer_and_audience()
    {
        var (jwt, issuer, audience) = (("HttpAccess", "jwt"), ("HttpJwtIssuer", "https://login.example.com/"), ("HttpJwtAudience", "lookups,lookups-staging"));

        Assert.All([[], [issuer], [audience]], ((string, string)[] given) =>
            Assert.Contains("HttpJwtIssuer and HttpJwtAudience", Assert.Single(Rules.Broken([Function, Organization, jwt, .. given])), StringComparison.Ordinal));
        Assert.Empty(Rules.Broken(Function, Organization, jwt, issuer, audience));
        Assert.Empty(Rules.Broken(Function, Organization, ("HttpAccess", "token")));
    }

    [Theory]
    [InlineData("GradualDeployment", "Linear10PercentEvery1Minute")]
    [InlineData("ProvisionedConcurrency", "2")]
    public void What_applies_to_a_release_needs_one(string parameter, string value)
    {
        Assert.Contains("Release", Assert.Single(Rules.Broken(Function, Organization, (parameter, value))), StringComparison.Ordinal);
        Assert.Empty(Rules.Broken(Function, Organization, (parameter, value), ("Release", "3f9c2a1b7e")));
    }
}
