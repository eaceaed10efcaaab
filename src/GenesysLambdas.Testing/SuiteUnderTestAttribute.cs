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

    /// <summary>A valid value of an input that no example of its type would be valid for; null: the usual one.</summary>
    public virtual object? Example(InputContract input) => null;

    /// <summary>Whether a lookup passes on any JSON that its API replies with, even what looks like an error.</summary>
    public virtual bool PassesOnAnyReply(LookupContract lookup) => false;

    /// <summary>That of the test project that runs: xUnit.net starts each as a program of its own.</summary>
    internal static SuiteUnderTestAttribute Attribute { get; } =
        Assembly.GetEntryAssembly()!.GetCustomAttribute<SuiteUnderTestAttribute>()
        ?? throw new InvalidOperationException(
            $"This test project does not say which suite it tests. Derive an attribute from {nameof(SuiteUnderTestAttribute)}, and put it on the assembly.");

    internal static Suite Current => Attribute.Suite;

    internal static SuiteProjects Projects => Current.Code.Projects;
}
