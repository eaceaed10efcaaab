using GenesysLambdas.Deployment.Tests.Support;

namespace GenesysLambdas.Deployment.Tests;

/// <summary>Combinations of parameters that CloudFormation refuses at once, instead of failing halfway.</summary>
public sealed class RuleTests
{
    private static readonly (string, string) Something = ("UserApiBaseUrl", "https://users.example.com");

    [Fact]
    public void The_first_deployment_breaks_no_rule() => Assert.Empty(Rules.Broken(Something));

    [Fact]
    public void A_stack_has_a_function() => Assert.Contains("at least one base URL", Assert.Single(Rules.Broken()), StringComparison.Ordinal);

    [Fact]
    public void Subnets_need_security_groups()
    {
        var subnets = ("VpcSubnetIds", "subnet-1,subnet-2");

        Assert.Contains("VpcSecurityGroupIds", Assert.Single(Rules.Broken(Something, subnets)), StringComparison.Ordinal);
        Assert.Empty(Rules.Broken(Something, subnets, ("VpcSecurityGroupIds", "sg-1")));
    }

    [Fact]
    public void A_JWT_is_checked_for_its_issuer_and_audience()
    {
        var (jwt, issuer, audience) = (("HttpAccess", "jwt"), ("HttpJwtIssuer", "https://login.example.com/"), ("HttpJwtAudience", "lookups,lookups-staging"));

        Assert.All([[], [issuer], [audience]], ((string, string)[] given) =>
            Assert.Contains("HttpJwtIssuer and HttpJwtAudience", Assert.Single(Rules.Broken([Something, jwt, .. given])), StringComparison.Ordinal));
        Assert.Empty(Rules.Broken(Something, jwt, issuer, audience));
        Assert.Empty(Rules.Broken(Something, ("HttpAccess", "token")));
    }

    [Theory]
    [InlineData("GradualDeployment", "Linear10PercentEvery1Minute")]
    [InlineData("ProvisionedConcurrency", "2")]
    public void What_applies_to_a_release_needs_one(string parameter, string value)
    {
        Assert.Contains("Release", Assert.Single(Rules.Broken(Something, (parameter, value))), StringComparison.Ordinal);
        Assert.Empty(Rules.Broken(Something, (parameter, value), ("Release", "3f9c2a1b7e")));
    }
}
