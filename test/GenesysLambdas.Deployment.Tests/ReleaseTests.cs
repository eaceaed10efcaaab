using GenesysLambdas.Deployment.Tests.Support;
using GenesysLambdas.Testing;

namespace GenesysLambdas.Deployment.Tests;

/// <summary>How callers get a new version of a function: at once, or gradually. Facts about SAM are from aws-sam-translator 1.110.</summary>
public sealed class ReleaseTests
{
    public static TheoryData<string> Lookups => LookupUnderTest.Names;

    [Theory]
    [MemberData(nameof(Lookups))]
    public void A_new_release_publishes_a_version_and_its_own_functions_alarms_roll_it_back(string name)
    {
        var function = LookupUnderTest.Named(name).Contract.Function;
        var stem = function[..^"Function".Length];
        var properties = Template.Functions[function]["Properties"]!;

        Assert.Equal("""{"Ref":"Release"}""", properties["AutoPublishCodeSha256"]!.ToJsonString());
        Assert.Equal($$"""[{"Ref":"{{stem}}ErrorsAlarm"},{"Ref":"{{stem}}FailuresAlarm"}]""", properties["DeploymentPreference"]!["Alarms"]!.ToJsonString());
    }

    [Theory]
    [MemberData(nameof(Lookups))]
    public void The_output_names_the_alias_of_a_release_and_otherwise_the_function(string name)
    {
        var function = LookupUnderTest.Named(name).Contract.Function;

        Assert.Equal("live", Template.Globals.Text("AutoPublishAlias"));
        Assert.Equal(
            $$"""{"Fn::If":["HasRelease",{"Ref":"{{function}}.Alias"},{"Fn::GetAtt":["{{function}}","Arn"]}]}""",
            Template.Outputs[function + "Arn"]!["Value"]!.ToJsonString());
    }

    /// <summary>The translator reads "true" and "false" in a mapping, and makes nothing of CodeDeploy where it reads "false".</summary>
    [Fact]
    public void CodeDeploy_is_used_for_every_way_of_deploying_but_off()
    {
        var preference = Template.Globals["DeploymentPreference"]!;
        var ways = Template.Parameters["GradualDeployment"]!["AllowedValues"].Items().Select(way => way.GetValue<string>()).ToList();

        // Where a tenth of the calls fails only when everyone has the new version, the alarms notice too late to roll back.
        Assert.Equal(["off", "Linear10PercentEvery1Minute", "Linear10PercentEvery3Minutes"], ways);
        Assert.Equal("""{"Fn::FindInMap":["GradualDeployment",{"Ref":"GradualDeployment"},"Enabled"]}""", preference["Enabled"]!.ToJsonString());
        Assert.Equal("""{"Ref":"GradualDeployment"}""", preference["Type"]!.ToJsonString());
        Assert.Equal(ways.Select(way => (way, way == "off" ? "false" : "true")), Template.Mappings["GradualDeployment"]!.AsObject().Select(way => (way.Key, way.Value!.Text("Enabled")!)));
    }

    /// <summary>Otherwise, a function that is not deployed would have a deployment group whose alarms do not exist.</summary>
    [Fact]
    public void CodeDeploy_knows_only_the_functions_that_are_deployed() =>
        Assert.Equal("true", Template.Globals["DeploymentPreference"]!.Text("PassthroughCondition"));

    /// <summary>The translator puts the first ten characters into a logical id: two longer labels could be the same release to it.</summary>
    [Fact]
    public void A_releases_label_is_part_of_a_logical_id() =>
        Assert.Equal("^[A-Za-z0-9]{1,10}$", Template.Parameters["Release"]!.Text("AllowedPattern"));
}
