using System.Reflection;
using GenesysLambdas.Commands;
using GenesysLambdas.Tooling.Files;

namespace GenesysLambdas.Testing;

/// <summary>Says which suite a test project tests: the project derives an attribute from this one, and puts it on its assembly.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public abstract class SuiteUnderTestAttribute : Attribute
{
    /// <summary>The suite.</summary>
    public abstract Suite Suite { get; }

    /// <summary>The suite of the test project that runs: xUnit.net starts each as a program of its own.</summary>
    internal static Suite Current { get; } =
        Assembly.GetEntryAssembly()!.GetCustomAttribute<SuiteUnderTestAttribute>()?.Suite
        ?? throw new InvalidOperationException(
            $"This test project does not say which suite it tests. Derive an attribute from {nameof(SuiteUnderTestAttribute)}, and put it on the assembly.");

    internal static SuiteProjects Projects => Current.Code.Projects;
}
