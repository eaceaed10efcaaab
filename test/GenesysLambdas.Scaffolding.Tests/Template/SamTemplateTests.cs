using System.Text.Json.Nodes;
using GenesysLambdas.Core.Contracts;
using GenesysLambdas.Deployment.Tests.Support;
using GenesysLambdas.Publishing.Platform;
using GenesysLambdas.Scaffolding.Template;
using GenesysLambdas.Testing;
using GenesysLambdas.Tooling;

namespace GenesysLambdas.Scaffolding.Tests.Template;

/// <summary>What the committed template becomes with other lookups.</summary>
public sealed class SamTemplateTests
{
    private static readonly string Committed = File.ReadAllText(Repository.Path("template.yaml"));

    private static IReadOnlyList<LookupContract> Suite => LookupRegistry.Contracts;

    [Fact]
    public void Updating_twice_changes_nothing()
    {
        var once = Write(New("imaginary-lookup", "IMAGINARY_API"));

        Assert.Equal(once, SamTemplate.Update(once, [.. Suite, New("imaginary-lookup", "IMAGINARY_API")]));
        Assert.Equal(SamTemplate.Update(Committed, Suite), SamTemplate.Update(once, Suite));
    }

    [Fact]
    public void The_order_of_lookups_does_not_affect_the_resources()
    {
        LookupContract[] lookups = [.. Suite, New("imaginary-lookup", "IMAGINARY_API"), New("imaginary-search", "IMAGINARY_API")];

        var reversed = Sorted(CloudFormationYaml.Parse(SamTemplate.Update(Committed, [.. lookups.AsEnumerable().Reverse()])));

        Assert.Equal(Sorted(CloudFormationYaml.Parse(SamTemplate.Update(Committed, lookups))), reversed);
    }

    [Fact]
    public void A_lookup_of_a_new_API_has_all_its_resources()
    {
        var template = Read(New("imaginary-lookup", "IMAGINARY_API"));

        Assert.Equal(["ImaginaryApiAuth", "ImaginaryApiBaseUrl", "ImaginaryApiSecret", "ImaginaryLookupHttp"], Added("Parameters", template));
        Assert.Equal(["CreateImaginaryApiSecret", "DeployImaginaryLookup", "DeployImaginaryLookupHttp", "ImaginaryApiHasNoSecret", "ImaginaryApiSecretIsNew"], Added("Conditions", template));
        Assert.Equal(
            ["ImaginaryApiCredentials", "ImaginaryLookupDurationAlarm", "ImaginaryLookupErrorsAlarm", "ImaginaryLookupFailuresAlarm", "ImaginaryLookupFunction", "ImaginaryLookupHttpIntegration", "ImaginaryLookupHttpPermission", "ImaginaryLookupHttpRoute", "ImaginaryLookupLogs", "ImaginaryLookupOutageAlarm", "ImaginaryLookupRole", "ImaginaryLookupThrottlesAlarm"],
            Added("Resources", template));
        Assert.Equal("POST /data-action/imaginary-lookup", template["Resources"]!["ImaginaryLookupHttpRoute"]!["Properties"]!.Text("RouteKey"));
        Assert.Equal(["ImaginaryApiSecretArn", "ImaginaryLookupFunctionArn"], Added("Outputs", template));
        Assert.Contains("imaginary-lookup: ImaginaryApiBaseUrl, ImaginaryApiSecret, ImaginaryApiAuth, ImaginaryLookupHttp", Groups(template));
        Assert.Contains("""{"Fn::Equals":[{"Ref":"ImaginaryApiBaseUrl"},""]}""", template["Rules"]!["SomethingIsDeployed"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("""["AWS/Lambda", "Throttles", "FunctionName", "${AWS::StackName}-imaginary-lookup"]""", Write(New("imaginary-lookup", "IMAGINARY_API")), StringComparison.Ordinal);
        AssertComplete(template);
    }

    [Fact]
    public void A_second_lookup_of_an_API_shares_its_parameters_and_its_secret()
    {
        var template = Read(New("imaginary-search", "CUSTOMER_API"));

        Assert.Equal(["ImaginarySearchHttp"], Added("Parameters", template));
        Assert.Equal(["DeployImaginarySearch", "DeployImaginarySearchHttp"], Added("Conditions", template));
        Assert.Equal(
            """{"Fn::And":[{"Fn::Or":[{"Condition":"DeployCustomerProfile"},{"Condition":"DeployImaginarySearch"}]},{"Condition":"CustomerApiSecretIsNew"}]}""",
            template["Conditions"]!["CreateCustomerApiSecret"]!.ToJsonString());
        Assert.Contains("customer-profile and imaginary-search: CustomerApiBaseUrl, CustomerApiSecret, CustomerApiAuth, CustomerProfileHttp, ImaginarySearchHttp", Groups(template));
        Assert.Equal("Address of customer-profile and imaginary-search's API. If empty, customer-profile and imaginary-search are not deployed.", template["Parameters"]!["CustomerApiBaseUrl"]!.Text("Description"));
        AssertComplete(template);
    }

    [Fact]
    public void A_lookup_of_Genesys_Cloud_is_deployed_if_the_region_is_set()
    {
        var template = Read(New("imaginary-queue", "GENESYS_API") with { Api = Suite.First(lookup => lookup.Api.Name == "GENESYS_API").Api });

        Assert.Equal(["ImaginaryQueueHttp"], Added("Parameters", template));
        Assert.Equal("""{"Fn::Not":[{"Fn::Equals":[{"Ref":"GenesysRegionDomain"},""]}]}""", template["Conditions"]!["DeployImaginaryQueue"]!.ToJsonString());
        Assert.Contains(
            """{"Fn::Equals":[{"Ref":"GenesysRegionDomain"},""]}""",
            template["Rules"]!["SomethingIsDeployed"]!["Assertions"]![0]!["Assert"]!["Fn::Not"]![0]!["Fn::And"]!.AsArray().Select(condition => condition!.ToJsonString()));
        AssertComplete(template);
    }

    [Fact]
    public void An_OAuth2_API_has_a_parameter_for_its_token_endpoint()
    {
        var template = Read(New("imaginary-lookup", "IMAGINARY_API") with { Api = new("IMAGINARY_API", "", "oauth2", RequiresSecret: false) { TokenUrl = "https://login.example.com/token" } });
        var variables = template["Resources"]!["ImaginaryLookupFunction"]!["Properties"]!["Environment"]!["Variables"]!;

        Assert.Equal(["ImaginaryApiBaseUrl", "ImaginaryApiSecret", "ImaginaryApiTokenUrl", "ImaginaryLookupHttp"], Added("Parameters", template));
        Assert.Equal("https://login.example.com/token", template["Parameters"]!["ImaginaryApiTokenUrl"]!.Text("Default"));
        Assert.Equal("ImaginaryApiTokenUrl", variables["IMAGINARY_API_TOKEN_URL"]!.Text("Ref"));
        Assert.Equal("oauth2", variables.Text("IMAGINARY_API_AUTH"));
        AssertComplete(template);
    }

    [Fact]
    public void A_lookup_is_offered_over_HTTP_by_default_if_its_attribute_says_so() => Assert.Equal(
        ["true", "false"],
        new[] { true, false }.Select(offered => Read(New("imaginary-lookup", "IMAGINARY_API") with { HttpByDefault = offered })["Parameters"]!["ImaginaryLookupHttp"]!.Text("Default")));

    /// <summary>docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-conditions.html: 2 to 10 conditions.</summary>
    [Fact]
    public void No_condition_has_more_than_ten_parts_however_many_lookups()
    {
        LookupContract[] many =
        [
            .. Enumerable.Range(0, 20).Select(i => New($"imaginary-search-{(char)('a' + i)}", $"IMAGINARY_{(char)('A' + i)}_API")),
            .. Enumerable.Range(0, 20).Select(i => New($"imaginary-order-{(char)('a' + i)}", "IMAGINARY_API")),
        ];
        var template = Read(many);

        var parts = template.Tree().OfType<JsonObject>().SelectMany(node => node).Where(member => member.Key is "Fn::And" or "Fn::Or").Select(member => member.Value!.AsArray().Count);
        Assert.All(parts, count => Assert.InRange(count, 2, 10));
        AssertComplete(template);
    }

    [Theory]
    [InlineData("Finds: an order.")]
    [InlineData("Finds # an order.")]
    [InlineData("- Finds an order.")]
    [InlineData("*Stack")]
    [InlineData("&Stack !Ref x")]
    [InlineData("Finds *ErrorsAlarm and {{lookup}} and ${AWS::StackName}.")]
    [InlineData("\"Finds\" 'an' \\order\\.")]
    [InlineData("[a, b]: {c: d}")]
    [InlineData("Finds an order:")]
    [InlineData("  Finds  an order  ")]
    [InlineData("Finds\nan\r\n\torder.\0\u0001\u007F\u0085\u00A0\u2028\u2029\uFEFF")]
    [InlineData("\n  # end\n  # generate: functions\n")]
    [InlineData("\n          # by hand\n          X: 1\n\n")]
    [InlineData("\u00DCber 5 \u20AC \u2013 f\u00FCr \U0001F600")]
    [InlineData("null")]
    [InlineData("Yes")]
    [InlineData("1.0")]
    [InlineData("2026-11-21")]
    [InlineData("~")]
    [InlineData("")]
    [InlineData("---")]
    [InlineData("%YAML 1.1")]
    [InlineData("@a")]
    [InlineData("`a`")]
    [InlineData("? a")]
    [InlineData("| a")]
    [InlineData("> a")]
    [InlineData("<<")]
    public void Descriptions_survive_YAML(string description)
    {
        var lookup = New("imaginary-lookup", "IMAGINARY_API") with { Description = description };
        var text = Write(lookup);

        Assert.Equal(description, CloudFormationYaml.Parse(text)["Resources"]!["ImaginaryLookupFunction"]!["Properties"]!.Text("Description"));
        Assert.Equal(text, SamTemplate.Update(text, [.. Suite, lookup]));
    }

    [Fact]
    public void Random_descriptions_survive_YAML()
    {
        var random = new Random(14);
        string[] pieces = ["a", "Z", "9", " ", "  ", ":", "#", "-", "*", "&", "!", "|", ">", "'", "\"", "\\", "{", "}", "[", "]", ",", "?", "%", "@", "`", "~", "=", "<", "\n", "\t", "\r", "\u00E9", "\u2028", "on", "null"];
        foreach (var _ in Enumerable.Range(0, 20_000))
        {
            var description = string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => pieces[random.Next(pieces.Length)]));

            Assert.Equal(description, CloudFormationYaml.Parse($"Description: {Yaml.Text(description)}\n").Text("Description"));
        }
    }

    [Fact]
    public void Hand_written_lines_stay_where_they_are()
    {
        var text = Write(New("imaginary-lookup", "IMAGINARY_API"));
        const string Own = "          # by hand\n          IMAGINARY_API_TIMEOUT_MS: 5000 # It is slow.\n          IMAGINARY_LIMIT: 3\n\n      # So is its API.\n      Timeout: 12\n";
        var edited = text.Replace("          IMAGINARY_API_CACHE_SECONDS: 0\n", "          IMAGINARY_API_CACHE_SECONDS: 0\n" + Own, StringComparison.Ordinal)
            .Replace("Description: How many days", "Description: For how many days", StringComparison.Ordinal);
        var updated = SamTemplate.Update(edited, [.. Suite, New("imaginary-lookup", "IMAGINARY_API")]);
        var properties = CloudFormationYaml.Parse(updated)["Resources"]!["ImaginaryLookupFunction"]!["Properties"]!;

        Assert.Contains(Own, updated, StringComparison.Ordinal);
        Assert.Contains("For how many days", updated, StringComparison.Ordinal);
        Assert.Equal(("12", "5000"), (properties.Text("Timeout"), properties["Environment"]!["Variables"]!.Text("IMAGINARY_API_TIMEOUT_MS")));
        var exception = Assert.Throws<ToolException>(() => SamTemplate.Update(updated, Suite));
        Assert.Equal("template.yaml has lines written by hand in ImaginaryLookupFunction, which is no longer a lookup's function. Move them, or delete them.", exception.Message);
    }

    [Fact]
    public void Names_what_must_be_written_by_hand()
    {
        var regional = New("imaginary-lookup", "IMAGINARY_API") with { Api = new("IMAGINARY_API", "https://{IMAGINARY_REGION}.example.com", "bearer", RequiresSecret: true) };

        Assert.Contains("has no parameter ImaginaryRegion", Assert.Throws<ToolException>(() => Write(regional)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_hand_written_lines_of_a_removed_lookup()
    {
        var template = Committed.Replace("\nOutputs:\n", "\nOutputs:\n  Weather:\n    Value: !Ref CurrentWeatherFunction\n", StringComparison.Ordinal);

        var exception = Assert.Throws<ToolException>(() => SamTemplate.Update(template, [.. Suite.Where(lookup => lookup.Name != "current-weather")]));

        Assert.Equal("template.yaml refers to CurrentWeatherFunction, which belongs to no lookup. Delete the reference.", exception.Message);
    }

    [Fact]
    public void Nothing_remains_of_a_removed_lookup() =>
        Assert.DoesNotContain("imaginary", SamTemplate.Update(Write(New("imaginary-lookup", "IMAGINARY_API")), Suite), StringComparison.OrdinalIgnoreCase);

    private static LookupContract New(string name, string api)
    {
        var stem = string.Concat(name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        return new(name, "Finds it.", new(api, "", "bearer", RequiresSecret: false), [], []) { Function = stem + "Function", Method = "LookUp" + stem };
    }

    private static string Write(params LookupContract[] added) => SamTemplate.Update(Committed, [.. Suite, .. added]);

    private static JsonObject Read(params LookupContract[] added) => CloudFormationYaml.Parse(Write(added));

    private static List<string> Added(string section, JsonObject template) =>
        [.. template[section]!.AsObject().Select(member => member.Key).Except(CloudFormationYaml.Parse(Committed)[section]!.AsObject().Select(member => member.Key)).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Groups(JsonObject template) =>
        from @group in template["Metadata"]!["AWS::CloudFormation::Interface"]!["ParameterGroups"].Items()
        select $"{group["Label"]!.Text("default")}: {string.Join(", ", group["Parameters"].Items().Select(name => name.GetValue<string>()))}";

    /// <summary>Everything that is referred to is there.</summary>
    private static void AssertComplete(JsonObject template)
    {
        var names = new[] { "Parameters", "Conditions", "Resources" }.SelectMany(section => template[section]!.AsObject()).Select(member => member.Key).ToHashSet(StringComparer.Ordinal);
        var referred = template.Tree().OfType<JsonObject>().SelectMany(node => new[] { node["Ref"], node["Condition"] }).OfType<JsonValue>().Select(value => value.GetValue<string>().Split('.')[0]);

        Assert.Empty(referred.Where(name => !name.StartsWith("AWS::", StringComparison.Ordinal)).Except(names, StringComparer.Ordinal));
        Assert.NotNull(JsonNode.Parse(template["Resources"]!["Dashboard"]!["Properties"]!["DashboardBody"]!.Text("Fn::Sub")!));
    }

    /// <summary>A template's members, which have no order, and its lists of things that have none.</summary>
    private static string Sorted(JsonNode node) => node switch
    {
        JsonObject members => $"{{{string.Join(",", members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => $"{member.Key}:{Sorted(member.Value!)}"))}}}",
        JsonArray items => $"[{string.Join(",", items.Select(item => Sorted(item!)).Order(StringComparer.Ordinal))}]",
        _ => string.Join('\n', node.ToString().Split('\n').Select(line => line.TrimEnd(',', ']', '}')).Order(StringComparer.Ordinal)),
    };
}
