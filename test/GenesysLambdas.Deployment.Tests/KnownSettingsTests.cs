using System.Reflection;
using GenesysLambdas.Core.Contracts;
using GenesysLambdas.Deployment.Tests.Support;
using GenesysLambdas.Tooling;

namespace GenesysLambdas.Deployment.Tests;

public sealed class KnownSettingsTests
{
    private static readonly BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>Every setting that is declared in the code: those of each API, and those in static properties, which the code reads by.</summary>
    [Fact]
    public void The_command_line_knows_the_settings_that_the_code_declares_and_no_others()
    {
        var types = new[] { typeof(LookupContract).Assembly, typeof(LookupRegistry).Assembly }.SelectMany(assembly => assembly.GetTypes());
        var declared = types.SelectMany(type => type.GetProperties(Static)).SelectMany(property =>
            property.PropertyType.IsAssignableTo(typeof(Setting)) ? [(Setting)property.GetValue(null)!]
            : property.PropertyType.IsAssignableTo(typeof(IEnumerable<Setting>)) ? (IEnumerable<Setting>)property.GetValue(null)!
            : []);
        var ofApis = LookupRegistry.Contracts.SelectMany(lookup => lookup.Api.Settings.All);

        Agreement.Assert("settings", ("the code", declared.Concat(ofApis).Select(setting => setting.Name)), ("KnownSettings", KnownSettings.Names(LookupRegistry.Contracts)));
    }

    /// <summary>A default that no one could set would be a ConfigurationError once it is written into the template.</summary>
    [Fact]
    public void Every_default_is_valid_and_every_meaning_is_one_cell_of_a_table()
    {
        var settings = LookupRegistry.Contracts.SelectMany(lookup => lookup.Settings).Concat(HttpAccessSettings.All).ToList();

        Assert.All(settings.OfType<IntegerSetting>(), setting => Assert.InRange(setting.Fallback, setting.Minimum, setting.Maximum));
        Assert.All(settings, setting => Assert.DoesNotContain(setting.Meaning + setting.Unset, c => c is '|' or '\n'));
        Assert.All(settings, setting => Assert.Equal(setting is IntegerSetting { Maximum: > 0 }, setting.Meaning.Contains("{range}", StringComparison.Ordinal)));
    }
}
