using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace GenesysLambdas.Aws.Generator;

/// <summary>A method with <c>[LambdaFunction]</c>: all that its generated class needs. Type names are fully qualified.</summary>
/// <param name="Class">The class of the method.</param>
/// <param name="ClassName">Its name without namespace.</param>
/// <param name="ConstructorArguments">Expressions, with the service provider as <c>provider</c>; null: the provider finds them.</param>
/// <param name="Result">The type that the method returns, directly or in a task; null: nothing.</param>
internal sealed record FunctionModel(
    string Namespace,
    string Class,
    string ClassName,
    string Method,
    EquatableArray<string>? ConstructorArguments,
    EquatableArray<FunctionParameter> Parameters,
    string? Result,
    bool IsAsync,
    SourceLocation Location)
{
    public string GeneratedClass => $"{ClassName}_{Method}_Generated";
}

internal enum ParameterSource
{
    Event,
    Context,
    Services,
}

internal sealed record FunctionParameter(string Name, string Type, ParameterSource Source)
{
    /// <summary>Its name in the generated method; the underscores avoid the names used there.</summary>
    public string GeneratedName => Source == ParameterSource.Context ? "__context__" : $"__{Name}__";
}

/// <summary>The class with <c>[LambdaStartup]</c>.</summary>
internal sealed record StartupModel(string Class, SourceLocation Location);

/// <summary>A place in the source, which does not keep the whole compilation in memory.</summary>
internal sealed record SourceLocation(string Path, TextSpan Span, LinePositionSpan Lines)
{
    public static SourceLocation Create(ISymbol symbol)
    {
        var location = symbol.Locations[0];
        return new SourceLocation(location.SourceTree?.FilePath ?? string.Empty, location.SourceSpan, location.GetLineSpan().Span);
    }

    public Location ToLocation() => Location.Create(Path, Span, Lines);
}

/// <summary>A diagnostic, which does not keep the whole compilation in memory.</summary>
internal sealed record Problem(DiagnosticDescriptor Rule, SourceLocation Location, string Subject)
{
    public Diagnostic ToDiagnostic() => Diagnostic.Create(Rule, Location.ToLocation(), Subject);
}

/// <summary>What was read, or why it could not be.</summary>
internal sealed record ReadResult<T>(T? Model, Problem? Problem)
    where T : class;
