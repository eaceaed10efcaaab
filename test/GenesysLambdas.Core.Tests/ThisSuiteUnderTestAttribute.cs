using GenesysLambdas.Cli;
using GenesysLambdas.Commands;
using GenesysLambdas.Core.Tests;
using GenesysLambdas.Testing;

[assembly: ThisSuiteUnderTest]

namespace GenesysLambdas.Core.Tests;

/// <summary>Its lookups stand for any that run on Core.</summary>
internal sealed class ThisSuiteUnderTestAttribute : SuiteUnderTestAttribute
{
    public override Suite Suite => ThisSuite.Value;
}
