using GenesysLambdas.Deployment.Tests.Support;
using GenesysLambdas.Local.Emulator;
using GenesysLambdas.Testing;

namespace GenesysLambdas.Deployment.Tests;

public sealed class KnownSettingsTests
{
    [Fact]
    public async Task The_command_line_knows_the_settings_that_the_code_reads_and_no_others()
    {
        var read = new HashSet<string>(StringComparer.Ordinal);
        foreach (var lookup in LookupUnderTest.All)
        {
            read.UnionWith(await SettingsInUse.OfAsync(lookup));
            // Read with oauth2 only, which any API may be set to.
            read.Add(lookup.Contract.Api.TokenUrlSetting);
        }

        // By the authorizer, which is not a lookup.
        read.UnionWith(["HTTP_TOKEN_SECRET_ID", "HTTP_TOKEN_HEADER"]);

        Agreement.Assert("settings", ("the code", read), ("KnownSettings", KnownSettings.Names(LookupUnderTest.All.Select(lookup => lookup.Contract))));
    }
}
