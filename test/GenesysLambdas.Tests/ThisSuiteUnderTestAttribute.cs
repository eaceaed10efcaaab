using GenesysLambdas.Cli;
using GenesysLambdas.Commands;
using GenesysLambdas.Core.Contracts;
using GenesysLambdas.Testing;
using GenesysLambdas.Tests;

[assembly: ThisSuiteUnderTest]

namespace GenesysLambdas.Tests;

/// <summary>Linked into every test project whose tests run this suite's lookups.</summary>
internal sealed class ThisSuiteUnderTestAttribute : SuiteUnderTestAttribute
{
    private const string Payload = """
        {"contact":{"external_id":"Zaphod43","channel":"chat","timestamp":"2026-01-31T12:30:00Z"},"priority":3,"callback_url":"https://example.com/done"}
        """;

    public override Suite Suite => ThisSuite.Value;

    public override object? Example(InputContract input) => input.Name == "payload" ? Payload : null;

    // The output of another data action may be any JSON.
    public override bool PassesOnAnyReply(LookupContract lookup) => lookup.Name == "invoke-data-action";
}
