using System.Text.RegularExpressions;
using GenesysLambdas.Deployment.Tests.Support;
using GenesysLambdas.Testing;

namespace GenesysLambdas.Deployment.Tests;

/// <summary>What `sam deploy --guided` asks for, and what it takes for an answer.</summary>
public sealed class ParameterTests
{
    private const string SecretArn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:crm/token-AbCdEf";

    public static TheoryData<string> Lookups => LookupUnderTest.Names;

    [Fact]
    public void Every_parameter_has_a_default() =>
        Assert.All(Template.Parameters, parameter => Assert.NotNull(parameter.Value!["Default"]));

    [Fact]
    public void Every_default_is_accepted() =>
        Assert.All(Template.Parameters.Where(parameter => parameter.Value!["Default"] is not null), parameter =>
            Assert.True(Takes(parameter.Key, parameter.Value!.Text("Default")!), parameter.Key));

    [Fact]
    public void Every_parameter_is_in_one_group_of_the_console() => Assert.Equal(
        Template.Parameters.Select(parameter => parameter.Key).Order(StringComparer.Ordinal),
        Template.ParameterGroups.SelectMany(group => group["Parameters"].Items()).Select(name => name.GetValue<string>()).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("12345678-90ab-cdef-1234-567890abcdef", true)]
    [InlineData("12345678-90ab-cdef-1234-567890abcdef,abcdef12-90ab-cdef-1234-567890abcdef", true)]
    [InlineData("12345678-90ab-cdef-1234-567890abcdef, abcdef12-90ab-cdef-1234-567890abcdef", true)]
    [InlineData("", true)]
    [InlineData("my-organization", false)]
    [InlineData("12345678-90ab-cdef-1234-567890abcdef,my-organization", false)]
    [InlineData("12345678-90ab-cdef-1234-567890abcdef;abcdef12-90ab-cdef-1234-567890abcdef", false)]
    [InlineData("12345678-90AB-CDEF-1234-567890ABCDEF", false)] // IAM compares exactly, and Genesys Cloud sends it in lower case.
    [InlineData("12345678-90ab-cdef-1234-567890abcdef/", false)]
    public void Organizations_are_UUIDs(string value, bool taken) => Assert.Equal(taken, Takes("GenesysOrganizationId", value));

    [Theory]
    [MemberData(nameof(Lookups))]
    public void A_secret_is_named_or_created_but_never_given(string name)
    {
        var api = LookupUnderTest.Named(name).Contract.Api;
        var parameter = string.Concat(api.Name.Split('_').Select(word => word[0] + word[1..].ToLowerInvariant())) + "Secret";

        Assert.True(Takes(parameter, "create"));
        Assert.True(Takes(parameter, SecretArn));
        Assert.Equal(!api.RequiresSecret && api.Auth != "oauth2", Takes(parameter, "none"));
        Assert.False(Takes(parameter, SecretArn[..^"-AbCdEf".Length]));
        Assert.All(["a-token", "", """{"token":"t"}"""], value => Assert.False(Takes(parameter, value)));
    }

    [Fact]
    public void No_secret_has_a_value_in_the_template()
    {
        var secrets = Template.OfType("AWS::SecretsManager::Secret").Values;
        Assert.NotEmpty(secrets);
        Assert.All(secrets, secret =>
            Assert.All(["SecretString", "GenerateSecretString"], property => Assert.Null(secret["Properties"]![property])));
    }

    /// <summary>Not where the deployment that created it fails: there, it is still empty.</summary>
    [Fact]
    public void A_secret_that_the_stack_created_outlives_the_stack_and_its_parameter() =>
        Assert.All(Template.OfType("AWS::SecretsManager::Secret").Values, secret =>
        {
            Assert.Equal(("RetainExceptOnCreate", "Retain"), (secret.Text("DeletionPolicy"), secret.Text("UpdateReplacePolicy")));
            Assert.Null(secret["Properties"]!["Name"]); // A name would clash when the stack creates it again.
        });

    [Theory]
    [InlineData("https://crm.example.com/v2", true)]
    [InlineData("", true)]
    [InlineData("http://crm.example.com", false)]
    [InlineData("https://crm.example.com/?key=1", false)]
    [InlineData("crm.example.com", false)]
    [InlineData("https://crm.example.com/caf\u00E9", false)]
    [InlineData("https://crm.example.com/a b", false)]
    [InlineData("https://crm.example.com/caf%C3%A9", true)]
    public void A_base_URL_is_https_without_a_query_or_empty(string value, bool taken) => Assert.Equal(taken, Takes("CrmApiBaseUrl", value));

    [Theory]
    [InlineData("/api/v2/processes/data-actions/{dataActionId}/invocations", true)]
    [InlineData("", true)]
    [InlineData("/history", false)]
    [InlineData("/{dataActionId}/{dataActionId}", false)]
    [InlineData("history/{dataActionId}", false)]
    [InlineData("/history?of={dataActionId}", false)]
    public void The_path_of_the_invocations_has_the_data_action_in_it_once_or_is_empty(string value, bool taken) => Assert.Equal(taken, Takes("GenesysInvocationsPath", value));

    /// <summary>
    /// CloudFormation trims each value of a list, and matches it alone
    /// (docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html, CommaDelimitedList and AllowedPattern).
    /// </summary>
    private static bool Takes(string parameter, string value) => Template.Parameters[parameter]!.Text("Type") == "CommaDelimitedList"
        ? value.Split(',').All(item => TakesOne(parameter, item.Trim()))
        : TakesOne(parameter, value);

    private static bool TakesOne(string parameter, string value)
    {
        var rules = Template.Parameters[parameter]!;
        return (rules.Text("AllowedPattern") is not { } pattern || Regex.IsMatch(value, pattern.TrimEnd('$') + @"\z", RegexOptions.None, TimeSpan.FromSeconds(1)))
            && (rules["AllowedValues"] is not { } allowed || allowed.Items().Any(item => item.GetValue<string>() == value));
    }
}
