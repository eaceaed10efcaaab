using GenesysLambdas.Cli;
using GenesysLambdas.Commands;
using GenesysLambdas.Scaffolding.Tests;
using GenesysLambdas.Testing;

[assembly: ThisSuiteUnderTest]

namespace GenesysLambdas.Scaffolding.Tests;

/// <summary>What is generated is what follows from its lookups.</summary>
internal sealed class ThisSuiteUnderTestAttribute : SuiteUnderTestAttribute
{
    public override Suite Suite => ThisSuite.Value;
}
