using System.Reflection;
using Amazon.Runtime;
using Amazon.SecretsManager;

namespace GenesysLambdas.Aws.Tests.Api;

/// <summary>What the lean packages show in AWS's namespaces is what AWS's own packages have there, so that the same sources compile with both.</summary>
public sealed class PublicApiTests
{
    private static readonly Assembly Lean = typeof(ClientConfig).Assembly;

    [Fact]
    public void What_is_shown_of_the_SDKs_core_is_in_AWSs_package()
    {
        var aws = PublicApi.Of(Assembly.Load("AWSSDK.Core"), "Amazon.Runtime").ToHashSet(StringComparer.Ordinal);
        var lean = PublicApi.Of(Lean, "Amazon.Runtime").ToArray();

        Assert.NotEmpty(lean);
        Assert.Equal([], lean.Except(aws));
    }

    [Theory]
    [InlineData("Amazon.Lambda", "Amazon.Lambda.txt")]
    [InlineData("Amazon.SecretsManager", "Amazon.SecretsManager.txt")]
    public void The_API_of_packages_not_on_the_feed_is_as_documented(string namespaceName, string list)
    {
        var aws = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Api", list)).ToHashSet(StringComparer.Ordinal);
        var lean = PublicApi.Of(Lean, namespaceName).ToArray();

        Assert.NotEmpty(lean);
        Assert.Equal([], lean.Except(aws));
    }

    [Fact]
    public void Nothing_else_is_public()
    {
        string[] known = ["Amazon.Runtime", "Amazon.SecretsManager", "Amazon.SecretsManager.Model"];
        var others = Lean.GetExportedTypes()
            .Where(type => !known.Contains(type.Namespace) && !type.Namespace!.StartsWith("Amazon.Lambda.", StringComparison.Ordinal))
            .Select(type => type.FullName);

        Assert.Empty(others);
    }

    [Fact]
    public void Regions_have_the_domains_of_AWSs_package()
    {
        var aws = Assembly.Load("AWSSDK.Core").GetType("Amazon.RegionEndpoint", throwOnError: true)!;
        var all = ((System.Collections.IEnumerable)aws.GetProperty("EnumerableAllRegions")!.GetValue(null)!).Cast<object>().ToList();

        Assert.NotEmpty(all);
        Assert.All(all, region => Assert.Equal(
            (string)aws.GetProperty("PartitionDnsSuffix")!.GetValue(region)!,
            ServiceEndpoint.Domain((string)aws.GetProperty("SystemName")!.GetValue(region)!)));
    }

    [Fact]
    public void The_client_configurations_defaults_are_those_of_the_SDK()
    {
        // Two retries are the SDK's standard retry mode (https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html).
        var config = new AmazonSecretsManagerConfig();

        Assert.Equal((2, null, null), (config.MaxErrorRetry, config.Timeout, config.ConnectTimeout));
    }
}
