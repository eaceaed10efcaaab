using System.Reflection;
using GenesysLambdas.Commands;
using GenesysLambdas.Tooling.Files;

namespace GenesysLambdas.Testing;

/// <summary>Declares which suite a test project tests. The project derives an attribute from this one and puts it on its assembly.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public abstract class SuiteUnderTestAttribute : Attribute
{
    public abstract Suite Suite { get; }

    /// <summary>A valid value of an input that needs its own; null for the usual value of its type.</summary>
    public virtual object? Example(InputContract input) => null;

    /// <summary>Whether a lookup passes on any JSON that its API replies with, even what looks like an error.</summary>
    public virtual bool PassesOnAnyReply(LookupContract lookup) => false;

    /// <summary>The running test project's. xUnit.net starts each project as its own program.</summary>
    internal static SuiteUnderTestAttribute Attribute { get; } =
        Assembly.GetEntryAssembly()!.GetCustomAttribute<SuiteUnderTestAttribute>()
        ?? throw new InvalidOperationException(
            $"This test project does not say which suite it tests. Derive an attribute from {nameof(SuiteUnderTestAttribute)}, and put it on the assembly.");

    internal static Suite Current => Attribute.Suite;

    internal static SuiteProjects Projects => Current.Code.Projects;
}
