using GenesysLambdas.Cli;
using GenesysLambdas.Commands;
using GenesysLambdas.Deployment.Tests;
using GenesysLambdas.Testing;

[assembly: ThisSuiteUnderTest]

namespace GenesysLambdas.Deployment.Tests;

/// <summary>Its lookups stand for any that are deployed.</summary>
internal sealed class ThisSuiteUnderTestAttribute : SuiteUnderTestAttribute
{
    public override Suite Suite => ThisSuite.Value;
}
