using Microsoft.CodeAnalysis;

namespace GenesysLambdas.Aws.Generator;

/// <summary>Errors here that would otherwise fail later, or silently.</summary>
internal static class Rules
{
    public static readonly DiagnosticDescriptor MethodNamedAsClass = Error(
        "GLAWS001", "A function's method cannot have its class's name", "'{0}' has the name of its class");

    public static readonly DiagnosticDescriptor NotPublic = Error(
        "GLAWS003", "A function's class and method must be public", "'{0}' is used by a public generated class, so it and its class must be public");

    public static readonly DiagnosticDescriptor SeveralStartups = Error(
        "GLAWS004", "An assembly has at most one [LambdaStartup]", "'{0}' is not the only class with [LambdaStartup]");

    public static readonly DiagnosticDescriptor SeveralEvents = Error(
        "GLAWS007", "A function has one event", "'{0}' has more than one parameter that is neither ILambdaContext nor [FromServices]");

    public static readonly DiagnosticDescriptor NoConfigureServices = Error(
        "GLAWS008", "A startup class configures services", "'{0}' needs a public constructor without parameters and a public 'void ConfigureServices(IServiceCollection services)'");

    public static readonly DiagnosticDescriptor CannotBeCalled = Error(
        "GLAWS009", "A function is an instance method of an ordinary class", "'{0}' must be neither static nor generic, in a class that is neither abstract nor generic, with parameters by value");

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, "GenesysLambdas.Aws", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
